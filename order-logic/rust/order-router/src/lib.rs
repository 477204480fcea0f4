//! Sends each order to the queue of its delivery. The order itself goes on untouched.

use guest::Emission;
use order::{Delivery, Order};

guest::handle_with!(route);

fn route(message: &[u8]) -> Result<Emission, String> {
    let order = Order::read(message)?;
    let id = order.id()?;
    let queue = match order.delivery()? {
        Delivery::Express => "express",
        Delivery::Standard => "standard",
    };
    Ok(Emission::to(queue).with("MessageId", id))
}
