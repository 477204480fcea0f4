//! What a module answers: one emission, or the reason why not.

const Text = @import("Text.zig");

/// Written front to back: to, then metadata, then data if the message itself is not what goes on.
pub const Emission = struct {
    text: Text,
    has_metadata: bool = false,

    pub fn to(output: []const u8) error{OutOfMemory}!Emission {
        var text = try Text.begin();
        try text.add(.{ "{\"emit\":[{\"to\":\"", output, "\"" });
        return .{ .text = text };
    }

    /// The value needs no escapes: it is a number or a text of the program.
    pub fn metadata(emission: *Emission, name: []const u8, value: []const u8) error{OutOfMemory}!void {
        const start: []const u8 = if (emission.has_metadata) ",\"" else ",\"metadata\":{\"";
        try emission.text.add(.{ start, name, "\":\"", value, "\"" });
        emission.has_metadata = true;
    }

    /// Where the data is to be written, as JSON.
    pub fn data(emission: *Emission) error{OutOfMemory}!*Text {
        try emission.endMetadata();
        try emission.text.add(.{",\"data\":"});
        return &emission.text;
    }

    /// The verdict, to which nothing can be added.
    pub fn end(emission: *Emission) error{OutOfMemory}![]const u8 {
        try emission.endMetadata();
        try emission.text.add(.{"}]}"});
        return emission.text.bytes;
    }

    fn endMetadata(emission: *Emission) error{OutOfMemory}!void {
        if (emission.has_metadata) {
            try emission.text.add(.{"}"});
            emission.has_metadata = false;
        }
    }
};

pub noinline fn rejection(reason: []const u8) error{OutOfMemory}![]const u8 {
    var text = try Text.begin();
    try text.add(.{"{\"reject\":\""});
    for (reason, 0..) |byte, i| {
        switch (byte) {
            '"', '\\' => try text.add(.{ "\\", reason[i..][0..1] }),
            0...' ' - 1 => try text.add(.{ "\\u00", hexDigit(byte >> 4), hexDigit(byte & 15) }),
            else => try text.add(.{reason[i..][0..1]}),
        }
    }
    try text.add(.{"\"}"});
    return text.bytes;
}

fn hexDigit(value: u8) []const u8 {
    return "0123456789abcdef"[value..][0..1];
}
