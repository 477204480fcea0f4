//! What a JSON value is, seen from its bytes.

const std = @import("std");

pub fn isText(value: []const u8) bool {
    return value[0] == '"';
}

/// An integer without sign, fraction or exponent, if that is what the value is and it fits.
pub fn naturalNumber(comptime Number: type, value: []const u8) ?Number {
    if (!std.ascii.isDigit(value[0])) return null;
    return std.fmt.parseInt(Number, value, 10) catch null;
}
