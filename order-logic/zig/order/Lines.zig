//! The lines of an order that were not looked at yet.

const Json = @import("Json.zig");
const Object = @import("object.zig").Object;
const Text = @import("../guest/Text.zig");
const message = @import("message.zig");
const reasons = @import("reason.zig");
const value = @import("value.zig");

const Lines = @This();

pub const Error = error{ Rejected, OutOfMemory };

/// One line of an order: how many of what.
pub const Line = struct { sku: []const u8, quantity: u32 };

const Field = enum { sku, quantity };

const largest_quantity = 10;

/// Behind the opening bracket, or behind a line.
json: Json,
reason: *Text,
index: u32 = 0,

/// The next line, or null behind the last one.
pub noinline fn next(lines: *Lines) Error!?Line {
    if (lines.index > 0 and !lines.json.next(',')) return null;
    const start = lines.json;
    var object: Object(Field) = .{};
    object.read(&lines.json, message.deepest) catch return lines.rejectedLine(start);
    const line: Line = .{ .sku = try lines.sku(&object), .quantity = try lines.quantity(&object) };
    lines.index += 1;
    return line;
}

fn sku(lines: *const Lines, object: *const Object(Field)) Error![]const u8 {
    const found = try lines.valueOf(object, .sku);
    return if (value.isText(found)) found else lines.rejected(.sku, "text", found);
}

fn quantity(lines: *const Lines, object: *const Object(Field)) Error!u32 {
    const found = try lines.valueOf(object, .quantity);
    if (value.naturalNumber(u32, found)) |number| {
        if (number <= largest_quantity) return number;
    }
    return lines.rejected(.quantity, "an integer from 0 to 10", found);
}

/// A value as it was written.
fn valueOf(lines: *const Lines, object: *const Object(Field), field: Field) Error![]const u8 {
    return object.values.get(field) orelse {
        lines.reason.* = try reasons.missing(lines.subject(field));
        return error.Rejected;
    };
}

fn rejected(lines: *const Lines, field: Field, rule: []const u8, found: []const u8) Error {
    lines.reason.* = try reasons.mustBe(lines.subject(field), rule, found);
    return error.Rejected;
}

fn rejectedLine(lines: *const Lines, start: Json) Error {
    var json = start;
    const line = json.value(message.deepest) catch unreachable; // the message was read, so each line is JSON
    lines.reason.* = try reasons.mustBe(
        .{ .line = lines.index },
        "an object with one sku and one quantity",
        line,
    );
    return error.Rejected;
}

fn subject(lines: *const Lines, field: Field) reasons.Subject {
    return .{ .field = @tagName(field), .line = lines.index };
}
