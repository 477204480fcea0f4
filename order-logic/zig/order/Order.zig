//! An order as it comes in.
//!
//! Reading one checks that the whole message is JSON, and nothing else: each module asks for the fields it needs and
//! gets the value, or error.Rejected after the reason was written. Text is passed on as it was written, quotes and
//! escapes and all.

const std = @import("std");
const Json = @import("Json.zig");
const Lines = @import("Lines.zig");
const Object = @import("object.zig").Object;
const Text = @import("../guest/Text.zig");
const message_reader = @import("message.zig");
const reasons = @import("reason.zig");
const text_value = @import("text_value.zig");
const value = @import("value.zig");

const Order = @This();

pub const Error = error{ Rejected, OutOfMemory };

pub const Field = enum { orderId, orderGuid, description, firstName, lastName, delivery, items };

pub const Delivery = enum { Express, Standard };

fields: Object(Field),
reason: *Text,

/// The reason is written once something is rejected, by this function or later.
pub fn read(message: []const u8, reason: *Text) Error!Order {
    return .{ .fields = try message_reader.read(Field, message, reason), .reason = reason };
}

/// Also the name of the blob, so it must be a number that every reader reads the same way: here as it was written.
pub fn id(order: *const Order) Error![]const u8 {
    const found = try order.valueOf(.orderId);
    const number = value.naturalNumber(i64, found) orelse 0;
    return if (number > 0) found else order.rejected(.orderId, "a positive integer", found);
}

pub fn deliveryKind(order: *const Order) Error!Delivery {
    const found = try order.valueOf(.delivery);
    if (value.isText(found)) {
        for (std.enums.values(Delivery)) |kind| {
            if (text_value.is(found[1 .. found.len - 1], @tagName(kind))) return kind;
        }
    }
    return order.rejected(.delivery, "Express or Standard", found);
}

/// The value of a field that is text.
pub fn text(order: *const Order, field: Field) Error![]const u8 {
    const found = try order.valueOf(field);
    return if (value.isText(found)) found else order.rejected(field, "text", found);
}

/// All lines as they were written.
pub fn items(order: *const Order) Error![]const u8 {
    return order.valueOf(.items);
}

/// What to read the lines from; there is at least one.
pub fn lines(order: *const Order) Error!Lines {
    const found = try order.items();
    var json: Json = .{ .text = found };
    if (!json.next('[')) {
        return order.rejected(.items, "a list", found);
    }
    if (json.next(']')) {
        order.reason.* = try reasons.noLines();
        return error.Rejected;
    }
    return .{ .json = json, .reason = order.reason };
}

/// A value as it was written.
fn valueOf(order: *const Order, field: Field) Error![]const u8 {
    return order.fields.values.get(field) orelse {
        order.reason.* = try reasons.missing(.{ .field = @tagName(field) });
        return error.Rejected;
    };
}

fn rejected(order: *const Order, field: Field, rule: []const u8, found: []const u8) Error {
    order.reason.* = try reasons.mustBe(.{ .field = @tagName(field) }, rule, found);
    return error.Rejected;
}
