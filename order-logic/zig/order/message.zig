//! A message as it comes in: one JSON object, or the reason why it is none.

const Json = @import("Json.zig");
const Object = @import("object.zig").Object;
const Text = @import("../guest/Text.zig");
const utf8 = @import("utf8.zig");

/// Far more than an order needs, far less than what a later reader of the document may stumble over.
pub const deepest = 100;

/// Reads the whole message.
pub fn read(comptime Field: type, message: []const u8, reason: *Text) error{ Rejected, OutOfMemory }!Object(Field) {
    var json: Json = .{ .text = message };
    var object: Object(Field) = .{};
    readAll(Field, &object, &json) catch |err| {
        reason.* = try whyNot(message, &json, err, @tagName(object.twice));
        return error.Rejected;
    };
    return object;
}

fn readAll(comptime Field: type, object: *Object(Field), json: *Json) Object(Field).Error!void {
    try object.read(json, deepest);
    try json.end();
}

const Unreadable = error{ NoObject, FieldTwice, NotJson };

/// What is wrong with its bytes comes before what is wrong with its depth, and that before all else.
noinline fn whyNot(message: []const u8, json: *Json, found: Unreadable, twice: []const u8) error{OutOfMemory}!Text {
    const valid = utf8.validUpTo(message);
    var reason = try Text.begin();
    if (valid < message.len) {
        try reason.add(.{ "not JSON: byte ", @as(u32, valid), " is not UTF-8" });
    } else if (isTooDeep(message)) {
        try reason.add(.{ "not an order: nested deeper than ", deepest, " levels" });
    } else if (found == error.FieldTwice) {
        try reason.add(.{ "not an order: ", twice, " is there twice" });
        try addPosition(&reason, message, json.at - 1);
    } else if (found == error.NoObject and isOtherValue(json)) {
        try reason.add(.{"not an order: an order is a JSON object"});
    } else {
        try reason.add(.{ "not JSON: ", json.problem });
        try addPosition(&reason, message, json.at);
    }
    return reason;
}

/// Counts brackets outside of texts, in whatever the message is.
fn isTooDeep(message: []const u8) bool {
    var depth: usize = 0;
    var quoted = false;
    var escaped = false;
    for (message) |byte| {
        if (escaped) {
            escaped = false;
        } else switch (byte) {
            '"' => quoted = !quoted,
            '\\' => escaped = quoted,
            '{', '[' => depth += @intFromBool(!quoted),
            '}', ']' => depth -|= @intFromBool(!quoted),
            else => {},
        }
        if (depth > deepest) return true;
    }
    return false;
}

/// Whether what stands there instead of an object is another value. What is in a list does not matter.
fn isOtherValue(json: *Json) bool {
    if (json.next('[')) return true;
    _ = json.value(0) catch return false;
    return true;
}

/// Lines and columns count from 1, and a column is a byte.
fn addPosition(reason: *Text, message: []const u8, at: usize) error{OutOfMemory}!void {
    var line: u32 = 1;
    var line_start: usize = 0;
    for (message[0..at], 1..) |byte, behind| {
        if (byte == '\n') {
            line += 1;
            line_start = behind;
        }
    }
    try reason.add(.{ " at line ", line, " column ", @as(u32, at - line_start + 1) });
}
