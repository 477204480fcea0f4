/** Sends each order to the queue of its delivery. The order itself goes on untouched. */

import { Emission } from "../guest/emission";
import { answer, message } from "../guest/host";
import { Order } from "../order/order";

export { alloc } from "../guest/host";

export function handle(pointer: usize, length: usize): u64 {
  const order = new Order(message(pointer, length));
  return answer(route(order), order.reason);
}

function route(order: Order): Emission {
  const id = order.id();
  const queue = order.delivery() == "Express" ? "express" : "standard";
  return new Emission(queue).withNumber("MessageId", id);
}
