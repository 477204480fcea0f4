/** Turns an express order into a pick list: what to take from the shelves, and nothing else. */

import { Document } from "../guest/document";
import { Emission } from "../guest/emission";
import { answer, message } from "../guest/host";
import { thisModule } from "../guest/module";
import { Order } from "../order/order";

export { alloc } from "../guest/host";

export function handle(pointer: usize, length: usize): u64 {
  const order = new Order(message(pointer, length));
  return answer(pickList(order), order.reason);
}

function pickList(order: Order): Emission {
  const id = order.id();
  const list = new Document()
    .word("document", "pick-list")
    .slice("orderId", id)
    .slice("orderGuid", order.guid())
    .list("picks", picks(order))
    .object("module", thisModule("express-pick-list"));
  return new Emission("outbox").withNumber("blobName", id).with("contentType", "application/json").data(list);
}

/** A line with quantity 0 is no work for the picker. */
function picks(order: Order): Array<Document> {
  const lines = order.lines();
  const picks = new Array<Document>();
  for (let i = 0, length = lines.length; i < length; i++) {
    const line = lines[i];
    if (line.quantity > 0) {
      picks.push(new Document().slice("sku", line.sku).number("quantity", line.quantity));
    }
  }
  return picks;
}
