//! Turns an express order into a pick list: what to take from the shelves, and nothing else.

const guest = @import("guest/guest.zig");
const Order = @import("order/Order.zig");

pub const panic = guest.panic;

comptime {
    guest.handleWith(pickList);
}

fn pickList(message: []const u8, reason: *guest.Text) guest.Error!guest.Emission {
    const order = try Order.read(message, reason);
    const id = try order.id();
    const guid = try order.text(.orderGuid);
    var emission: guest.Emission = try .to("outbox");
    try emission.metadata("blobName", id);
    try emission.metadata("contentType", "application/json");
    const document = try emission.data();
    try document.add(.{ "{\"document\":\"pick-list\",\"orderId\":", id, ",\"orderGuid\":", guid, ",\"picks\":[" });
    try addPicks(document, order);
    try document.add(.{ "],\"module\":", guest.moduleJson("express-pick-list"), "}" });
    return emission;
}

/// A line with quantity 0 is no work for the picker.
fn addPicks(document: *guest.Text, order: Order) guest.Error!void {
    var lines = try order.lines();
    var separator: []const u8 = "";
    while (try lines.next()) |line| {
        if (line.quantity == 0) continue;
        try document.add(.{ separator, "{\"sku\":", line.sku, ",\"quantity\":", line.quantity, "}" });
        separator = ",";
    }
}
