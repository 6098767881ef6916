//! Decompresses what `zeitlupe_site::pack::lzma` has packed, in the browser: a wasm of a few kilobytes inside the loader script, because a script
//! takes several times as long before the browser has optimised it.
//!
//! ```js
//! const { memory, reserve, begin, step, finish, answer } = instance.exports;
//! const place = reserve(packed.length); // before `memory.buffer` is read, which growing replaces
//! new Uint8Array(memory.buffer, place, packed.length).set(packed);
//! begin();
//! while (step(65536) === 0) await pause();
//! const length = finish(true); // whether it is a wasm; 0 if the data are damaged
//! new Uint8Array(memory.buffer, answer(), length).slice();
//! ```

#[cfg(target_arch = "wasm32")]
mod bump;
mod join;
mod lzma;

pub use join::joined;
pub use lzma::Decoder;

use std::cell::RefCell;

/// A general allocator would be half of this wasm.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: bump::Bump = bump::Bump::new();

thread_local! {
    static GIVEN: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static DECODER: RefCell<Option<Decoder>> = const { RefCell::new(None) };
    static ANSWER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Forgets the file before, reserves `length` bytes for what is packed, and returns their address.
// Only the exported names are unsafe; they are unique.
#[allow(unsafe_code)]
#[unsafe(no_mangle)]
pub extern "C" fn reserve(length: usize) -> *mut u8 {
    drop((GIVEN.take(), DECODER.take(), ANSWER.take()));
    #[cfg(target_arch = "wasm32")]
    MEMORY.reset();
    GIVEN.with_borrow_mut(|given| {
        given.resize(length, 0);
        given.as_mut_ptr()
    })
}

/// Begins with what was given. If its header is wrong, the first step says that the data are damaged.
#[allow(unsafe_code)]
#[unsafe(no_mangle)]
pub extern "C" fn begin() {
    DECODER.set(Decoder::new(GIVEN.take()));
}

/// Decompresses at least `count` more bytes, if there are so many. Returns 0 if more are left, 1 after the last, 2 if the data are damaged.
#[allow(unsafe_code)]
#[unsafe(no_mangle)]
pub extern "C" fn step(count: usize) -> u32 {
    DECODER.with_borrow_mut(|decoder| match decoder.as_mut().map(|decoder| decoder.step(count)) {
        Some(Some(true)) => 0,
        Some(Some(false)) => 1,
        _ => 2,
    })
}

/// Checks everything, and puts a wasm together that was sorted. Returns the length of the answer; 0 if the data are damaged.
#[allow(unsafe_code)]
#[unsafe(no_mangle)]
pub extern "C" fn finish(is_wasm: bool) -> usize {
    let bytes = DECODER.take().and_then(Decoder::finish);
    let bytes = bytes.and_then(|bytes| if is_wasm { joined(bytes) } else { Some(bytes) }).unwrap_or_default();
    let length = bytes.len();
    ANSWER.set(bytes);
    length
}

/// The address of the answer.
#[allow(unsafe_code)]
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> *const u8 {
    ANSWER.with_borrow(|answer| answer.as_ptr())
}
