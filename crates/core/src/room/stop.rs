//! Why a question has no reply yet.

use super::request::Fault;
use crate::part::PartKey;

/// These parts are needed first, or there will be no reply.
pub enum Stop {
    Needs(Vec<PartKey>),
    Fault(Fault),
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}
