//! What a JSON text means, as far as an order asks. Its bytes are those between the quotes, already known to be JSON.

const std = @import("std");

/// Whether the text, escaped or not, means this word in ASCII.
pub noinline fn is(text: []const u8, word: []const u8) bool {
    var units: Units = .{ .rest = text };
    for (word) |letter| {
        if (units.next() != letter) return false;
    }
    return units.next() == null;
}

/// False if half a character stands in it: an escaped surrogate without the other one.
pub noinline fn isWhole(text: []const u8) bool {
    var units: Units = .{ .rest = text };
    while (units.next()) |unit| {
        if (std.unicode.utf16IsLowSurrogate(unit)) return false;
        if (std.unicode.utf16IsHighSurrogate(unit)) {
            const second = units.next() orelse return false;
            if (!std.unicode.utf16IsLowSurrogate(second)) return false;
        }
    }
    return true;
}

/// The units of UTF-16 that are escaped in a text, and its other bytes as they are.
const Units = struct {
    rest: []const u8,

    fn next(units: *Units) ?u16 {
        if (units.rest.len == 0) return null;
        if (units.rest[0] != '\\') return units.skip(1, units.rest[0]);
        return switch (units.rest[1]) {
            'b' => units.skip(2, 0x08),
            'f' => units.skip(2, 0x0c),
            'n' => units.skip(2, '\n'),
            'r' => units.skip(2, '\r'),
            't' => units.skip(2, '\t'),
            'u' => units.skip(6, std.fmt.parseInt(u16, units.rest[2..6], 16) catch unreachable),
            else => |letter| units.skip(2, letter),
        };
    }

    fn skip(units: *Units, length: usize, unit: u16) u16 {
        units.rest = units.rest[length..];
        return unit;
    }
};
