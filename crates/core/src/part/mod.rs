//! The parts of a bundle: key, header, and how they can be damaged.
//!
//! A part is stored as a file, or as a block in the page with the same bytes.
//!
//! ```
//! use zeitlupe_core::part::{Damage, PartKey, decode, encode};
//! let bytes = encode(PartKey::Index(3), 77, b"payload");
//! let (header, payload) = decode(&bytes, PartKey::Index(3), Some(77))?;
//! assert_eq!((header.corpus, payload), (77, &b"payload"[..]));
//! assert_eq!(decode(&bytes, PartKey::Index(4), None), Err(Damage::Foreign));
//! # Ok::<(), Damage>(())
//! ```

mod damage;
pub(crate) mod frame;
mod key;
mod shelf;

pub use damage::Damage;
pub use frame::{Header, decode, encode};
pub use key::{Loading, PartKey, PartKind};
pub use shelf::Shelf;
