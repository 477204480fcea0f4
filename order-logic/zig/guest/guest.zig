//! What a guest needs to talk to its host.
//!
//! The contract: the host asks `alloc` for room and writes the message there; `handle` takes the message and returns
//! `fault << 63 | pointer << 32 | length` of a text, which is a verdict or, with the fault bit, an error. The text
//! stands until `alloc` is called again.
//!
//! A module is a function from a message to an emission or the reason why not, announced by `handleWith`.

const std = @import("std");
const memory = @import("memory.zig");
const verdict = @import("verdict.zig");

pub const Emission = verdict.Emission;
pub const Text = @import("Text.zig");

/// What each module's root file declares as its own: a broken rule of the language ends in a trap, without a word.
pub const panic = std.debug.no_panic;

/// All modules are released together. It is written into each document, so a changed document has a new one.
const version = "1.0.0";

/// The JSON that tells which module made a document.
pub fn moduleJson(comptime name: []const u8) []const u8 {
    return "{\"name\":\"" ++ name ++ "\",\"version\":\"" ++ version ++ "\"}";
}

/// How business code ends if not with an emission; the reason of a rejection is written before.
pub const Error = error{ Rejected, OutOfMemory };

const Decide = fn (message: []const u8, reason: *Text) Error!Emission;

const fault: u64 = 1 << 63;

/// Exports the contract's functions, with the given function as what decides about a message.
pub fn handleWith(comptime decide: Decide) void {
    const contract = struct {
        fn handle(start: [*]const u8, length: usize) callconv(.c) u64 {
            defer memory.release();
            const text = answer(decide, start[0..length]) catch
                return fault | addressOf("out of memory: the host allows too little for the verdict");
            return addressOf(text);
        }
    };
    @export(&alloc, .{ .name = "alloc" });
    @export(&contract.handle, .{ .name = "handle" });
}

/// Null if there is no room, which no host takes for an address.
fn alloc(length: usize) callconv(.c) ?[*]u8 {
    const room = memory.take(length) catch return null;
    return room.ptr;
}

fn answer(comptime decide: Decide, message: []const u8) error{OutOfMemory}![]const u8 {
    var reason: Text = .{ .bytes = "" };
    var emission = decide(message, &reason) catch |err| switch (err) {
        error.Rejected => return verdict.rejection(reason.bytes),
        error.OutOfMemory => return error.OutOfMemory,
    };
    return emission.end();
}

fn addressOf(text: []const u8) u64 {
    return @as(u64, @intFromPtr(text.ptr)) << 32 | text.len;
}
