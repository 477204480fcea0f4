const module = { name: "node-baseline", version: "1.0.0" };

/** What is to be picked: a line without quantity is left out. */
export function pickListOf({ orderId, orderGuid, items }) {
  const picks = items.filter(({ quantity }) => quantity > 0).map(({ sku, quantity }) => ({ sku, quantity }));
  return { document: "pick-list", orderId, orderGuid, picks, module };
}

/** The whole order, with its totals. */
export function standardOrderOf({ orderId, orderGuid, description, firstName, lastName, delivery, items }) {
  return {
    document: "order",
    orderId,
    orderGuid,
    description,
    firstName,
    lastName,
    delivery,
    items: items.map(({ orderItemId, sku, quantity }) => ({ orderItemId, sku, quantity })),
    totals: { itemCount: items.length, quantity: items.reduce((sum, { quantity }) => sum + quantity, 0) },
    module,
  };
}
