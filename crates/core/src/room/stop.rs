//! Why there is no reply.

use super::request::Fault;
use crate::part::PartKey;

/// Parts that are needed first, or a fault.
pub enum Stop {
    Needs(Vec<PartKey>),
    Fault(Fault),
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}
