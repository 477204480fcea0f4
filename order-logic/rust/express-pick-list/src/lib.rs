//! Turns an express order into a pick list: what to take from the shelves, and nothing else.

use guest::{Emission, Module};
use order::{Order, RawValue};
use serde::Serialize;

guest::handle_with!(pick_list);

fn pick_list(message: &[u8]) -> Result<Emission, String> {
    let order = Order::read(message)?;
    let list = PickList {
        document: "pick-list",
        order_id: order.id()?,
        order_guid: order.guid()?,
        picks: picks(&order)?,
        module: guest::this_module!(),
    };
    Ok(Emission::to("outbox").with("blobName", list.order_id).with("contentType", "application/json").data(&list))
}

/// A line with quantity 0 is no work for the picker.
fn picks<'a>(order: &Order<'a>) -> Result<Vec<Pick<'a>>, String> {
    let lines = order.lines()?;
    Ok(lines
        .into_iter()
        .filter(|line| line.quantity > 0)
        .map(|line| Pick { sku: line.sku, quantity: line.quantity })
        .collect())
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PickList<'a> {
    document: &'static str,
    order_id: u64,
    order_guid: &'a RawValue,
    picks: Vec<Pick<'a>>,
    module: Module,
}

#[derive(Serialize)]
struct Pick<'a> {
    sku: &'a RawValue,
    quantity: u32,
}
