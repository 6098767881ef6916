//! Reads numbers from bytes, without panicking on invalid ones.

use super::ModelError;
use crate::codec::varint;

/// Reads bytes from beginning to end.
pub struct Reader<'b> {
    rest: &'b [u8],
}

impl<'b> Reader<'b> {
    pub fn new(bytes: &'b [u8]) -> Self {
        Self { rest: bytes }
    }

    pub fn take(&mut self, count: usize) -> Result<&'b [u8], ModelError> {
        let (taken, rest) = self.rest.split_at_checked(count).ok_or(ModelError::Truncated)?;
        self.rest = rest;
        Ok(taken)
    }

    pub fn byte(&mut self) -> Result<u8, ModelError> {
        Ok(self.take(1)?[0])
    }

    pub fn u32(&mut self) -> Result<u32, ModelError> {
        let mut bytes = [0; 4];
        bytes.copy_from_slice(self.take(4)?);
        Ok(u32::from_le_bytes(bytes))
    }

    /// A number as written by [`varint::write`].
    pub fn varint(&mut self) -> Result<u32, ModelError> {
        varint::read(&mut self.rest).ok_or(ModelError::Content("a number"))
    }

    pub fn is_at_end(&self) -> bool {
        self.rest.is_empty()
    }
}
