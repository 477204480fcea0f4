//! Walks over JSON and checks it, without building anything: a value is the bytes that it stands in.
//!
//! Takes what RFC 8259 takes, in UTF-8, and nothing else. The larger functions are kept apart by noinline: a host on
//! the JVM turns each into a method, and the JVM never compiles a method of more than 8,000 bytes.

const std = @import("std");
const text_value = @import("text_value.zig");
const utf8 = @import("utf8.zig");

const Json = @This();

pub const Error = error{NotJson};

/// The bytes between the quotes.
pub const Name = struct { text: []const u8, escaped: bool };

text: []const u8,
at: usize = 0,
/// What is wrong there, once a function has failed.
problem: []const u8 = "",

/// Goes over white space, and over this byte if it is next.
pub fn next(json: *Json, byte: u8) bool {
    json.skipSpace();
    return json.skip(byte);
}

/// Like `next`, where no other byte may be.
pub fn expect(json: *Json, byte: u8, problem: []const u8) Error!void {
    if (!json.next(byte)) return json.failed(problem);
}

/// Goes over white space and a name without its colon. The name means some text.
pub fn name(json: *Json) Error!Name {
    try json.expect('"', "expected a name in quotes");
    const start = json.at;
    const escaped = try json.skipText();
    const text = json.text[start .. json.at - 1];
    if (escaped and !text_value.isWhole(text)) return json.failed("half a character in the name before");
    return .{ .text = text, .escaped = escaped };
}

/// Goes over white space and one value of at most so many levels.
pub fn value(json: *Json, levels: usize) Error![]const u8 {
    json.skipSpace();
    const start = json.at;
    try json.skipValue(levels);
    return json.text[start..json.at];
}

/// Goes over white space; nothing may come behind it.
pub fn end(json: *Json) Error!void {
    json.skipSpace();
    if (json.at < json.text.len) return json.failed("more text behind the end");
}

fn failed(json: *Json, problem: []const u8) Error {
    json.problem = if (json.at == json.text.len) "unexpected end" else problem;
    return error.NotJson;
}

/// The next byte, or behind the last one a NUL, which JSON has no use for. An optional byte would say it better, but
/// is passed through memory, at half the speed.
fn peek(json: *const Json) u8 {
    return if (json.at < json.text.len) json.text[json.at] else 0;
}

/// Goes over this byte, if it is next.
fn skip(json: *Json, byte: u8) bool {
    if (json.peek() != byte) return false;
    json.at += 1;
    return true;
}

fn skipSpace(json: *Json) void {
    while (true) {
        switch (json.peek()) {
            ' ', '\n', '\r', '\t' => json.at += 1,
            else => return,
        }
    }
}

/// Calls itself for what is nested in the value, so never deeper than the levels allow.
noinline fn skipValue(json: *Json, levels: usize) Error!void {
    json.skipSpace();
    switch (json.peek()) {
        '"' => {
            json.at += 1;
            _ = try json.skipText();
        },
        '{' => try json.skipObject(levels),
        '[' => try json.skipList(levels),
        't' => try json.skipWord("true"),
        'f' => try json.skipWord("false"),
        'n' => try json.skipWord("null"),
        '-', '0'...'9' => try json.skipNumber(),
        else => return json.failed("expected a value"),
    }
}

fn skipObject(json: *Json, levels: usize) Error!void {
    if (levels == 0) return json.failed("nested too deep");
    json.at += 1;
    if (json.next('}')) return;
    while (true) {
        try json.expect('"', "expected a name in quotes");
        _ = try json.skipText();
        try json.expect(':', "expected a colon");
        try json.skipValue(levels - 1);
        if (!json.next(',')) break;
    }
    try json.expect('}', "expected , or }");
}

fn skipList(json: *Json, levels: usize) Error!void {
    if (levels == 0) return json.failed("nested too deep");
    json.at += 1;
    if (json.next(']')) return;
    while (true) {
        try json.skipValue(levels - 1);
        if (!json.next(',')) break;
    }
    try json.expect(']', "expected , or ]");
}

fn skipWord(json: *Json, word: []const u8) Error!void {
    for (word) |letter| {
        if (!json.skip(letter)) return json.failed("expected true, false or null");
    }
}

noinline fn skipNumber(json: *Json) Error!void {
    _ = json.skip('-');
    if (json.skip('0')) {
        if (json.skipDigits() > 0) return json.failed("a number that starts with 0");
    } else {
        try json.expectDigits();
    }
    if (json.skip('.')) {
        try json.expectDigits();
    }
    if (json.skip('e') or json.skip('E')) {
        _ = json.skip('+') or json.skip('-');
        try json.expectDigits();
    }
}

fn expectDigits(json: *Json) Error!void {
    if (json.skipDigits() == 0) return json.failed("expected a digit");
}

fn skipDigits(json: *Json) usize {
    const start = json.at;
    while (std.ascii.isDigit(json.peek())) json.at += 1;
    return json.at - start;
}

/// Behind the opening quote; tells whether there are escapes in the text.
noinline fn skipText(json: *Json) Error!bool {
    var escaped = false;
    while (true) {
        json.at = endOfPlain(json.text, json.at);
        switch (json.peek()) {
            '"' => {
                json.at += 1;
                return escaped;
            },
            '\\' => {
                json.at += 1;
                escaped = true;
                try json.skipEscape();
            },
            0...' ' - 1 => return json.failed("a control character in a text"),
            else => json.at += utf8.length(json.text[json.at..]) orelse return json.failed("not UTF-8"),
        }
    }
}

/// Behind the backslash.
fn skipEscape(json: *Json) Error!void {
    switch (json.peek()) {
        '"', '\\', '/', 'b', 'f', 'n', 'r', 't' => json.at += 1,
        'u' => {
            json.at += 1;
            for (0..4) |_| {
                if (!std.ascii.isHex(json.peek())) return json.failed("expected a hex digit");
                json.at += 1;
            }
        },
        else => return json.failed("no such escape"),
    }
}

/// The first byte from here that a text does not simply go on with, or the end.
fn endOfPlain(text: []const u8, start: usize) usize {
    const step = @sizeOf(u64);
    var at = start;
    while (text.len - at >= step) : (at += step) {
        const marked = marks(std.mem.readInt(u64, text[at..][0..step], .little));
        if (marked != 0) return at + @ctz(marked) / 8;
    }
    while (at < text.len and isPlain(text[at])) : (at += 1) {}
    return at;
}

/// Marks, by its highest bit, each byte of eight that a text does not simply go on with: quotes, backslashes, control
/// characters, and what is not ASCII. A borrow may mark a byte too many, but only behind one that is marked rightly.
fn marks(eight: u64) u64 {
    const ones = 0x0101010101010101;
    const quotes = (eight ^ ones * '"') -% ones;
    const backslashes = (eight ^ ones * '\\') -% ones;
    const controls = eight -% ones * ' ';
    return (quotes | backslashes | controls | eight) & ones * 0x80;
}

fn isPlain(byte: u8) bool {
    return byte >= ' ' and byte < 0x80 and byte != '"' and byte != '\\';
}
