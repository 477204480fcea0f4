/** The router's rules on what JSON.parse makes of an order. */
export function route(message) {
  const order = JSON.parse(message.toString('utf8'));
  if (!Number.isSafeInteger(order.orderId) || order.orderId <= 0) {
    return { reject: 'orderId must be a positive integer' };
  }
  if (order.delivery !== 'Express' && order.delivery !== 'Standard') {
    return { reject: 'delivery must be Express or Standard' };
  }
  return { emit: [{ to: order.delivery.toLowerCase(), metadata: { MessageId: String(order.orderId) } }] };
}
