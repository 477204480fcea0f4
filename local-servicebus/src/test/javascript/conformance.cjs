// Uses a queue through Azure's JavaScript SDK; fails on the first thing that is not as in Service Bus.
//
// usage: node queue-check.cjs CONNECTION_STRING QUEUE

const assert = require('node:assert/strict');
const { ServiceBusClient } = require('@azure/service-bus');

async function main(connectionString, queue) {
  const client = new ServiceBusClient(connectionString);
  const sender = client.createSender(queue);
  const receiver = client.createReceiver(queue);
  await sendAndComplete(sender, receiver);
  await batch(sender, receiver);
  await scheduleAndCancel(sender, receiver);
  await abandon(sender, receiver);
  await renew(sender, receiver);
  await defer(sender, receiver);
  await peek(sender, receiver);
  await deadLetter(client, queue, sender, receiver);
  await receiveAndDelete(client, queue, sender);
  await subscribe(sender, receiver);
  await client.close();
}

async function sendAndComplete(sender, receiver) {
  await sender.sendMessages({
    body: { orderId: 7 },
    messageId: 'order-7',
    subject: 'order',
    applicationProperties: { attempt: 3 },
  });
  const message = await receiveOne(receiver);
  assert.deepEqual(message.body, { orderId: 7 });
  assert.equal(message.messageId, 'order-7');
  assert.equal(message.subject, 'order');
  assert.deepEqual(message.applicationProperties, { attempt: 3 });
  assert.equal(message.deliveryCount, 0);
  assert.ok(message.lockedUntilUtc > message.enqueuedTimeUtc);
  await receiver.completeMessage(message);
}

async function batch(sender, receiver) {
  const messages = await sender.createMessageBatch();
  for (const body of ['a', 'b', 'c']) {
    assert.ok(messages.tryAddMessage(order(body)));
  }
  await sender.sendMessages(messages);
  for (const body of ['a', 'b', 'c']) {
    const message = await receiveOne(receiver);
    assert.equal(message.body, body);
    await receiver.completeMessage(message);
  }
}

async function scheduleAndCancel(sender, receiver) {
  const due = new Date(Date.now() + 1000);
  const numbers = await sender.scheduleMessages([order('cancelled'), order('scheduled')], due);
  await sender.cancelScheduledMessages(numbers[0]);
  const message = await receiveOne(receiver);
  assert.equal(message.body, 'scheduled');
  assert.ok(Date.now() >= due.getTime());
  await receiver.completeMessage(message);
}

async function abandon(sender, receiver) {
  await sender.sendMessages(order('abandoned'));
  await receiver.abandonMessage(await receiveOne(receiver));
  const again = await receiveOne(receiver);
  assert.equal(again.deliveryCount, 1);
  await receiver.completeMessage(again);
}

async function renew(sender, receiver) {
  await sender.sendMessages(order('renewed'));
  const message = await receiveOne(receiver);
  const before = message.lockedUntilUtc;
  assert.ok((await receiver.renewMessageLock(message)) >= before);
  await receiver.completeMessage(message);
}

async function defer(sender, receiver) {
  await sender.sendMessages(order('deferred'));
  const message = await receiveOne(receiver);
  await receiver.deferMessage(message);
  const [deferred] = await receiver.receiveDeferredMessages(message.sequenceNumber);
  assert.equal(deferred.body, 'deferred');
  await receiver.completeMessage(deferred);
}

async function peek(sender, receiver) {
  await sender.sendMessages([order('first'), order('second')]);
  const peeked = await receiver.peekMessages(10);
  assert.deepEqual(peeked.map((message) => message.body), ['first', 'second']);
  for (const { body } of peeked) {
    const message = await receiveOne(receiver);
    assert.equal(message.body, body);
    await receiver.completeMessage(message);
  }
  assert.deepEqual(await receiver.peekMessages(10), []);
}

async function deadLetter(client, queue, sender, receiver) {
  await sender.sendMessages(order('hopeless'));
  await receiver.deadLetterMessage(await receiveOne(receiver), {
    deadLetterReason: 'NoItems',
    deadLetterErrorDescription: 'order 7: no items',
  });
  const deadLetters = client.createReceiver(queue, { subQueueType: 'deadLetter' });
  const dead = await receiveOne(deadLetters);
  assert.equal(dead.body, 'hopeless');
  assert.equal(dead.deadLetterReason, 'NoItems');
  assert.equal(dead.deadLetterErrorDescription, 'order 7: no items');
  assert.equal(dead.deadLetterSource, queue);
  await deadLetters.completeMessage(dead);
}

async function receiveAndDelete(client, queue, sender) {
  await sender.sendMessages(order('only'));
  const receiver = client.createReceiver(queue, { receiveMode: 'receiveAndDelete' });
  assert.equal((await receiveOne(receiver)).body, 'only');
  await receiver.close();
}

async function subscribe(sender, receiver) {
  await sender.sendMessages(order('pushed'));
  const body = await new Promise((resolve, reject) => {
    receiver.subscribe({
      processMessage: async (message) => resolve(message.body),
      processError: async ({ error }) => reject(error),
    });
  });
  assert.equal(body, 'pushed');
  await receiver.close();
}

// The SDK cannot settle a message without an id.
function order(body) {
  return { body, messageId: `order-${body}` };
}

async function receiveOne(receiver) {
  const [message] = await receiver.receiveMessages(1, { maxWaitTimeInMs: 10000 });
  assert.ok(message, 'no message within 10 s');
  return message;
}

main(...process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exit(1);
});
