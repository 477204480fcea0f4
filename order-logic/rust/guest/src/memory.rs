//! Memory for a guest that handles one message: the next free bytes, given back all at once when the next message comes.
//! Half the cost of an allocator that keeps books, and memory that is never touched costs the host nothing.

use core::alloc::{GlobalAlloc, Layout};
use core::arch::wasm32::{memory_grow, memory_size};
use core::cell::Cell;
use core::ptr;

const PAGE: usize = 65_536;

#[global_allocator]
static MEMORY: Memory = Memory { next: Cell::new(0) };

struct Memory {
    next: Cell<usize>,
}

// A guest has one thread.
unsafe impl Sync for Memory {}

unsafe extern "C" {
    /// Where the linker says that nothing of its own is left.
    static __heap_base: u8;
}

/// Gives everything back.
///
/// # Safety
/// Nothing that was allocated is used again: the moment between two messages, for a guest that keeps nothing of one
/// for the next.
pub unsafe fn start_over() {
    MEMORY.next.set(0);
}

unsafe impl GlobalAlloc for Memory {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let start = self.next.get().max(&raw const __heap_base as usize).next_multiple_of(layout.align());
        match start.checked_add(layout.size()) {
            Some(end) if has_room_up_to(end) => {
                self.next.set(end);
                start as *mut u8
            }
            _ => ptr::null_mut(),
        }
    }

    unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}

    /// What was handed out last grows where it is: a text that is being written is not copied.
    unsafe fn realloc(&self, old: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if old as usize + layout.size() == self.next.get() {
            self.next.set(old as usize);
            return unsafe { self.alloc(Layout::from_size_align_unchecked(size, layout.align())) };
        }
        let new = unsafe { self.alloc(Layout::from_size_align_unchecked(size, layout.align())) };
        if !new.is_null() {
            unsafe { ptr::copy_nonoverlapping(old, new, layout.size().min(size)) };
        }
        new
    }
}

/// Grows to at least twice the size, because growing is what costs.
fn has_room_up_to(end: usize) -> bool {
    let pages = memory_size(0);
    let needed = end.div_ceil(PAGE);
    needed <= pages
        || memory_grow(0, (needed - pages).max(pages)) != usize::MAX
        || memory_grow(0, needed - pages) != usize::MAX
}
