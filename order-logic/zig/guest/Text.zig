//! A text that is being written. It lies at the end of what was taken of the memory and grows in place, so one is
//! written at a time: nothing else may be taken until it is done. One that is given up is left where it is.

const std = @import("std");
const memory = @import("memory.zig");

const Text = @This();

/// What was written so far.
bytes: []const u8,

pub fn begin() error{OutOfMemory}!Text {
    return .{ .bytes = try memory.take(0) };
}

/// Adds texts and numbers, one after the other.
pub fn add(text: *Text, parts: anytype) error{OutOfMemory}!void {
    inline for (parts) |part| {
        switch (@typeInfo(@TypeOf(part))) {
            .int, .comptime_int => try text.addNumber(part),
            else => try text.addBytes(part),
        }
    }
}

noinline fn addBytes(text: *Text, bytes: []const u8) error{OutOfMemory}!void {
    @memcpy(try memory.take(bytes.len), bytes);
    text.bytes.len += bytes.len;
}

noinline fn addNumber(text: *Text, number: u32) error{OutOfMemory}!void {
    var digits: [std.math.log10_int(@as(u32, std.math.maxInt(u32))) + 1]u8 = undefined;
    var first = digits.len;
    var rest = number;
    while (true) {
        first -= 1;
        digits[first] = '0' + @as(u8, @intCast(rest % 10));
        rest /= 10;
        if (rest == 0) break;
    }
    try text.addBytes(digits[first..]);
}
