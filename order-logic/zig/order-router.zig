//! Sends each order to the queue of its delivery. The order itself goes on untouched.

const guest = @import("guest/guest.zig");
const Order = @import("order/Order.zig");

pub const panic = guest.panic;

comptime {
    guest.handleWith(route);
}

fn route(message: []const u8, reason: *guest.Text) guest.Error!guest.Emission {
    const order = try Order.read(message, reason);
    const id = try order.id();
    const queue = switch (try order.deliveryKind()) {
        .Express => "express",
        .Standard => "standard",
    };
    var emission: guest.Emission = try .to(queue);
    try emission.metadata("MessageId", id);
    return emission;
}
