//! The guest's memory: the next free bytes, given back all at once when a message is done.
//!
//! An allocator that keeps books would cost more than the order itself, and memory that is never touched costs the
//! host nothing.

/// Where the linker says that nothing of its own is left.
extern var __heap_base: u8;

const page = 65_536;

/// The contract has 31 bits for an address.
const end_of_addresses = 0x7fff_ffff;

var taken: usize = 0;

/// The next bytes, right behind those taken before.
pub fn take(size: usize) error{OutOfMemory}![]u8 {
    const start = @intFromPtr(&__heap_base) + taken;
    if (size > end_of_addresses - start or !hasRoomUpTo(start + size)) {
        return error.OutOfMemory;
    }
    taken += size;
    return @as([*]u8, @ptrFromInt(start))[0..size];
}

/// All that was taken is free again, and stays as it is until something is taken.
pub fn release() void {
    taken = 0;
}

fn hasRoomUpTo(end: usize) bool {
    return end <= @as(u64, @wasmMemorySize(0)) * page or growTo(end);
}

/// Tries to double the memory, because growing is what costs; if that is too much, takes what is needed.
noinline fn growTo(end: usize) bool {
    const pages = @wasmMemorySize(0);
    const missing = (end - 1) / page + 1 - pages;
    return @wasmMemoryGrow(0, @max(missing, pages)) >= 0 or @wasmMemoryGrow(0, missing) >= 0;
}
