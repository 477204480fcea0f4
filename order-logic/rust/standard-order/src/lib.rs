//! Turns a standard order into an order document: the order as it came, with totals.

use guest::{Emission, Module};
use order::{Order, RawValue};
use serde::Serialize;

guest::handle_with!(order_document);

fn order_document(message: &[u8]) -> Result<Emission, String> {
    let order = Order::read(message)?;
    let document = OrderDocument {
        document: "order",
        order_id: order.id()?,
        order_guid: order.guid()?,
        description: order.description()?,
        first_name: order.first_name()?,
        last_name: order.last_name()?,
        delivery: order.delivery()?.name(),
        items: order.items()?,
        totals: totals(&order)?,
        module: guest::this_module!(),
    };
    Ok(Emission::to("outbox")
        .with("blobName", document.order_id)
        .with("contentType", "application/json")
        .data(&document))
}

fn totals(order: &Order) -> Result<Totals, String> {
    let lines = order.lines()?;
    Ok(Totals { item_count: lines.len(), quantity: lines.iter().map(|line| line.quantity).sum() })
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct OrderDocument<'a> {
    document: &'static str,
    order_id: u64,
    order_guid: &'a RawValue,
    description: &'a RawValue,
    first_name: &'a RawValue,
    last_name: &'a RawValue,
    delivery: &'static str,
    items: &'a RawValue,
    totals: Totals,
    module: Module,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Totals {
    item_count: usize,
    quantity: u32,
}
