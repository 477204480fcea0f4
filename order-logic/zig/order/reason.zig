//! Why a field is not acceptable, in words.

const Text = @import("../guest/Text.zig");

const longest_shown = 60;

/// What a reason is about: a field of the order, one of its lines, or a field of a line.
pub const Subject = struct {
    field: []const u8 = "",
    line: ?u32 = null,
};

/// items[1].quantity is missing
pub noinline fn missing(subject: Subject) error{OutOfMemory}!Text {
    var text = try beginWith(subject);
    try text.add(.{" is missing"});
    return text;
}

/// items[1].quantity must be an integer from 0 to 10, was -1
pub noinline fn mustBe(subject: Subject, rule: []const u8, value: []const u8) error{OutOfMemory}!Text {
    const shown = shownPart(value);
    var text = try beginWith(subject);
    try text.add(.{ " must be ", rule, ", was ", shown });
    if (shown.len < value.len) {
        try text.add(.{"..."});
    }
    return text;
}

/// items must have at least one line
pub fn noLines() error{OutOfMemory}!Text {
    var text = try Text.begin();
    try text.add(.{"items must have at least one line"});
    return text;
}

fn beginWith(subject: Subject) error{OutOfMemory}!Text {
    var text = try Text.begin();
    if (subject.line) |line| {
        try text.add(.{ "items[", line, "]" });
        if (subject.field.len > 0) try text.add(.{"."});
    }
    try text.add(.{subject.field});
    return text;
}

/// A value whole if it is short, else its first characters.
fn shownPart(value: []const u8) []const u8 {
    var characters: usize = 0;
    for (value, 0..) |byte, i| {
        const starts_character = byte & 0xc0 != 0x80;
        if (!starts_character) continue;
        if (characters == longest_shown) return value[0..i];
        characters += 1;
    }
    return value;
}
