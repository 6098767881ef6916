//! An allocator that frees everything at once, before the next file.

use std::alloc::{GlobalAlloc, Layout};
use std::arch::wasm32::{memory_grow, memory_size};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// Bytes in a page of memory.
const PAGE: usize = 1 << 16;

/// Takes memory behind what the program began with.
pub struct Bump {
    /// Where it began; 0 before the first use.
    first: AtomicUsize,
    /// Where free memory begins.
    next: AtomicUsize,
}

impl Bump {
    /// With all memory free.
    pub const fn new() -> Self {
        Self { first: AtomicUsize::new(0), next: AtomicUsize::new(0) }
    }

    /// Frees everything. Nothing that was allocated may be used after it.
    pub fn reset(&self) {
        self.next.store(self.first.load(Relaxed), Relaxed);
    }
}

// What is returned is aligned, inside the memory, and not returned again before all is freed.
#[allow(unsafe_code)]
unsafe impl GlobalAlloc for Bump {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if self.first.load(Relaxed) == 0 {
            self.first.store(memory_size(0) * PAGE, Relaxed);
            self.reset();
        }
        let from = self.next.load(Relaxed).next_multiple_of(layout.align());
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
