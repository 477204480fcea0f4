//! UTF-8 in its shortest form, without surrogates and without what is above U+10FFFF.

const std = @import("std");

/// How many bytes the character at the start has, or null if it is none. There is at least one byte.
pub noinline fn length(bytes: []const u8) ?usize {
    const expected = std.unicode.utf8ByteSequenceLength(bytes[0]) catch return null;
    if (expected > bytes.len) return null;
    return if (std.unicode.utf8ValidateSlice(bytes[0..expected])) expected else null;
}

/// How many bytes are UTF-8, from the start on.
pub noinline fn validUpTo(bytes: []const u8) usize {
    var valid: usize = 0;
    while (valid < bytes.len) {
        valid += length(bytes[valid..]) orelse break;
    }
    return valid;
}
