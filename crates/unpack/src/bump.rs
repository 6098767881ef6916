//! An allocator that never frees: an instance unpacks one file and is dropped.

use std::alloc::{GlobalAlloc, Layout};
use std::arch::wasm32::{memory_grow, memory_size};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// Bytes in a page of memory.
const PAGE: usize = 1 << 16;

/// Takes memory behind what the program began with.
pub struct Bump {
    /// Where free memory begins; 0 before the first use.
    next: AtomicUsize,
}

impl Bump {
    /// With all memory free.
    pub const fn new() -> Self {
        Self { next: AtomicUsize::new(0) }
    }
}

// What is returned is aligned, inside the memory, and never returned again.
#[allow(unsafe_code)]
unsafe impl GlobalAlloc for Bump {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let next = self.next.load(Relaxed);
        let from = if next == 0 { memory_size(0) * PAGE } else { next }.next_multiple_of(layout.align());
        let Some(end) = from.checked_add(layout.size()) else { return std::ptr::null_mut() };
        let missing = end.saturating_sub(memory_size(0) * PAGE).div_ceil(PAGE);
        if missing > 0 && memory_grow(0, missing) == usize::MAX {
            return std::ptr::null_mut();
        }
        self.next.store(end, Relaxed);
        from as *mut u8
    }

    unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}
}
