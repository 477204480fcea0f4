//! An object of which only some fields matter.

const std = @import("std");
const Json = @import("Json.zig");
const text_value = @import("text_value.zig");

/// `Field` lists the fields that matter, by their names in JSON.
pub fn Object(comptime Field: type) type {
    return struct {
        const Self = @This();

        pub const Error = error{ NoObject, FieldTwice } || Json.Error;

        /// Values as they were written.
        values: std.EnumArray(Field, ?[]const u8) = .initFill(null),
        /// The field that is there twice, if that is what went wrong; the reader is then behind its name.
        twice: Field = undefined,

        /// Reads an object of at most so many levels. Fields that do not matter are checked and then ignored. One that
        /// matters may not be there twice, because two readers could take a different one.
        pub fn read(object: *Self, json: *Json, levels: usize) Error!void {
            if (!json.next('{')) return error.NoObject;
            if (json.next('}')) return;
            while (true) {
                try object.readField(json, levels - 1);
                if (!json.next(',')) break;
            }
            try json.expect('}', "expected , or }");
        }

        noinline fn readField(object: *Self, json: *Json, levels: usize) Error!void {
            const field = fieldOf(try json.name());
            if (field) |known| {
                if (object.values.get(known) != null) {
                    object.twice = known;
                    return error.FieldTwice;
                }
            }
            try json.expect(':', "expected a colon");
            const value = try json.value(levels);
            if (field) |known| object.values.set(known, value);
        }

        fn fieldOf(name: Json.Name) ?Field {
            if (!name.escaped) return std.meta.stringToEnum(Field, name.text);
            for (std.enums.values(Field)) |field| {
                if (text_value.is(name.text, @tagName(field))) return field;
            }
            return null;
        }
    };
}
