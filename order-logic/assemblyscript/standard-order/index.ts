/** Turns a standard order into an order document: the order as it came, with totals. */

import { Document } from "../guest/document";
import { Emission } from "../guest/emission";
import { answer, message } from "../guest/host";
import { thisModule } from "../guest/module";
import { Order } from "../order/order";

export { alloc } from "../guest/host";

export function handle(pointer: usize, length: usize): u64 {
  const order = new Order(message(pointer, length));
  return answer(orderDocument(order), order.reason);
}

function orderDocument(order: Order): Emission {
  const id = order.id();
  const document = new Document()
    .word("document", "order")
    .slice("orderId", id)
    .slice("orderGuid", order.guid())
    .slice("description", order.description())
    .slice("firstName", order.firstName())
    .slice("lastName", order.lastName())
    .word("delivery", order.delivery())
    .slice("items", order.items())
    .object("totals", totals(order))
    .object("module", thisModule("standard-order"));
  return new Emission("outbox").withNumber("blobName", id).with("contentType", "application/json").data(document);
}

function totals(order: Order): Document {
  const lines = order.lines();
  let quantity: u32 = 0;
  for (let i = 0, length = lines.length; i < length; i++) {
    quantity += lines[i].quantity;
  }
  return new Document().number("itemCount", lines.length).number("quantity", quantity);
}
