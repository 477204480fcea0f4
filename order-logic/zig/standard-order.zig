//! Turns a standard order into an order document: the order as it came, with totals.

const guest = @import("guest/guest.zig");
const Order = @import("order/Order.zig");

pub const panic = guest.panic;

comptime {
    guest.handleWith(orderDocument);
}

fn orderDocument(message: []const u8, reason: *guest.Text) guest.Error!guest.Emission {
    const order = try Order.read(message, reason);
    const content: Content = try .of(order);
    var emission: guest.Emission = try .to("outbox");
    try emission.metadata("blobName", content.id);
    try emission.metadata("contentType", "application/json");
    try content.write(try emission.data());
    return emission;
}

/// What an order document needs of an order, asked for in the order in which a lack is told.
const Content = struct {
    id: []const u8,
    guid: []const u8,
    description: []const u8,
    first_name: []const u8,
    last_name: []const u8,
    delivery: Order.Delivery,
    items: []const u8,
    totals: Totals,

    fn of(order: Order) guest.Error!Content {
        return .{
            .id = try order.id(),
            .guid = try order.text(.orderGuid),
            .description = try order.text(.description),
            .first_name = try order.text(.firstName),
            .last_name = try order.text(.lastName),
            .delivery = try order.deliveryKind(),
            .items = try order.items(),
            .totals = try .of(order),
        };
    }

    fn write(content: Content, document: *guest.Text) guest.Error!void {
        try document.add(.{
            "{\"document\":\"order\",\"orderId\":", content.id,
            ",\"orderGuid\":",                      content.guid,
            ",\"description\":",                    content.description,
            ",\"firstName\":",                      content.first_name,
            ",\"lastName\":",                       content.last_name,
            ",\"delivery\":\"",                     @tagName(content.delivery),
            "\",\"items\":",                        content.items,
            ",\"totals\":{\"itemCount\":",          content.totals.item_count,
            ",\"quantity\":",                       content.totals.quantity,
            "},\"module\":",                        guest.moduleJson("standard-order"),
            "}",
        });
    }
};

const Totals = struct {
    item_count: u32 = 0,
    quantity: u32 = 0,

    fn of(order: Order) guest.Error!Totals {
        var totals: Totals = .{};
        var lines = try order.lines();
        while (try lines.next()) |line| {
            totals.item_count += 1;
            totals.quantity += line.quantity;
        }
        return totals;
    }
};
