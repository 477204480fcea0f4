const queues = {
  Express: "q-order-express-out",
  Standard: "q-order-standard-out",
};

export async function distribute(client, order) {
  const queue = queues[order.delivery];
  if (!queue) {
    throw new Error(`order ${order.orderId}: delivery must be Express or Standard, was ${JSON.stringify(order.delivery)}`);
  }
  await client.binding.send(queue, "create", order);
}
