// Does every scenario through Azure's JavaScript SDK, each on the queue of its name, and says how it went.
//
// usage: node conformance.cjs CONNECTION_STRING STATISTICS_PORT

const assert = require('node:assert/strict');
const { ServiceBusClient } = require('@azure/service-bus');

const CONNECTIONS = 200;
const PATIENCE_MILLIS = 10000;

// One scenario's queue, with everything a scenario needs to use it.
class Queue {
  constructor(name, connectionString, statisticsPort) {
    this.name = name;
    this.connectionString = connectionString;
    this.faultUrl = `http://127.0.0.1:${statisticsPort}/faults/${name}`;
    this.clients = [];
    this.client = this.connect();
  }

  // Unless told otherwise, the SDK waits half a minute before it tries anything again.
  connect(retryOptions) {
    const client = new ServiceBusClient(this.connectionString, {
      retryOptions: { retryDelayInMs: 200, timeoutInMs: PATIENCE_MILLIS, ...retryOptions },
    });
    this.clients.push(client);
    return client;
  }

  sender(client = this.client) {
    return client.createSender(this.name);
  }

  impatientSender() {
    return this.sender(this.connect({ maxRetries: 0 }));
  }

  receiver(options) {
    return this.client.createReceiver(this.name, options);
  }

  deadLetters() {
    return this.receiver({ subQueueType: 'deadLetter' });
  }

  async inject(fault) {
    assert.ok((await fetch(this.faultUrl, { method: 'PUT', body: JSON.stringify(fault) })).ok);
  }

  async clearFault() {
    assert.ok((await fetch(this.faultUrl, { method: 'DELETE' })).ok);
  }

  async close() {
    await Promise.all(this.clients.map((client) => client.close()));
  }
}

const scenarios = {
  async send(queue) {
    const receiver = queue.receiver();
    await queue.sender().sendMessages({
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
    assert.deepEqual(await receiver.peekMessages(10), []);
  },

  async batch(queue) {
    const [sender, receiver] = [queue.sender(), queue.receiver()];
    const messages = await sender.createMessageBatch();
    for (const body of ['a', 'b', 'c']) {
      assert.ok(messages.tryAddMessage(order(body)));
    }
    await sender.sendMessages(messages);
    for (const body of ['a', 'b', 'c']) {
      assert.equal((await receiveOne(receiver)).body, body);
    }
  },

  async schedule(queue) {
    const due = new Date(Date.now() + 1000);
    await queue.sender().scheduleMessages(order('scheduled'), due);
    assert.equal((await receiveOne(queue.receiver())).body, 'scheduled');
    assert.ok(Date.now() >= due.getTime());
  },

  async cancel(queue) {
    const sender = queue.sender();
    const inAnHour = new Date(Date.now() + 3600000);
    const [first] = await sender.scheduleMessages([order('cancelled'), order('scheduled')], inAnHour);
    await sender.cancelScheduledMessages(first);
    assert.deepEqual((await queue.receiver().peekMessages(10)).map((message) => message.body), ['scheduled']);
  },

  async peek(queue) {
    const receiver = queue.receiver();
    await queue.sender().sendMessages([order('first'), order('second')]);
    assert.deepEqual((await receiver.peekMessages(10)).map((message) => message.body), ['first', 'second']);
    assert.equal((await receiveOne(receiver)).body, 'first');
  },

  async 'receive-and-delete'(queue) {
    await queue.sender().sendMessages(order('only'));
    assert.equal((await receiveOne(queue.receiver({ receiveMode: 'receiveAndDelete' }))).body, 'only');
    assert.deepEqual(await queue.receiver().peekMessages(10), []);
  },

  async stream(queue) {
    await queue.sender().sendMessages([order('first'), order('last')]);
    const bodies = [];
    await new Promise((resolve, reject) => {
      queue.receiver().subscribe({
        processMessage: async ({ body }) => bodies.push(body) === 2 && resolve(),
        processError: async ({ error }) => reject(error),
      });
    });
    assert.deepEqual(bodies, ['first', 'last']);
  },

  async abandon(queue) {
    const receiver = queue.receiver();
    await queue.sender().sendMessages(order('abandoned'));
    await receiver.abandonMessage(await receiveOne(receiver));
    assert.equal((await receiveOne(receiver)).deliveryCount, 1);
  },

  async defer(queue) {
    const receiver = queue.receiver();
    await queue.sender().sendMessages(order('deferred'));
    const message = await receiveOne(receiver);
    await receiver.deferMessage(message);
    const [deferred] = await receiver.receiveDeferredMessages(message.sequenceNumber);
    assert.equal(deferred.body, 'deferred');
    await receiver.completeMessage(deferred);
    assert.deepEqual(await receiver.peekMessages(10), []);
  },

  async 'dead-letter'(queue) {
    const receiver = queue.receiver();
    await queue.sender().sendMessages(order('hopeless'));
    await receiver.deadLetterMessage(await receiveOne(receiver), {
      deadLetterReason: 'NoItems',
      deadLetterErrorDescription: 'order 7: no items',
    });
    const deadLetters = queue.deadLetters();
    const dead = await receiveOne(deadLetters);
    assert.equal(dead.body, 'hopeless');
    assert.equal(dead.deadLetterReason, 'NoItems');
    assert.equal(dead.deadLetterErrorDescription, 'order 7: no items');
    assert.equal(dead.deadLetterSource, queue.name);
    await deadLetters.completeMessage(dead);
  },

  async 'last-delivery'(queue) {
    const receiver = queue.receiver();
    await queue.sender().sendMessages(order('poison'));
    for (let delivery = 0; delivery < 2; delivery++) {
      await receiver.abandonMessage(await receiveOne(receiver));
    }
    assert.equal((await receiveOne(queue.deadLetters())).deadLetterReason, 'MaxDeliveryCountExceeded');
  },

  async renew(queue) {
    const receiver = queue.receiver({ maxAutoLockRenewalDurationInMs: 0 });
    await queue.sender().sendMessages(order('renewed'));
    const message = await receiveOne(receiver);
    const before = message.lockedUntilUtc;
    assert.ok((await receiver.renewMessageLock(message)) > before);
    await receiver.completeMessage(message);
  },

  async 'lock-lost'(queue) {
    const receiver = queue.receiver({ maxAutoLockRenewalDurationInMs: 0 });
    await queue.sender().sendMessages(order('slow'));
    const lost = await receiveOne(receiver);
    const again = await receiveOne(receiver);
    assert.equal(again.deliveryCount, 1);
    await assert.rejects(receiver.completeMessage(lost), { code: 'MessageLockLost' });
    await receiver.completeMessage(again);
  },

  async modify(queue) {
    const receiver = queue.receiver();
    await queue.sender().sendMessages({ ...order('modified'), applicationProperties: { attempt: 0, origin: 'loadgen' } });
    await receiver.abandonMessage(await receiveOne(receiver), { attempt: 1 });
    const again = await receiveOne(receiver);
    assert.deepEqual(again.applicationProperties, { attempt: 1, origin: 'loadgen' });
    await receiver.deferMessage(again, { attempt: 2 });
    const [deferred] = await receiver.receiveDeferredMessages(again.sequenceNumber);
    assert.equal(deferred.applicationProperties.attempt, 2);
    await receiver.deadLetterMessage(deferred, { deadLetterReason: 'Late', attempt: 3 });
    const dead = await receiveOne(queue.deadLetters());
    assert.equal(dead.deadLetterReason, 'Late');
    assert.equal(dead.applicationProperties.attempt, 3);
  },

  async 'too-large'(queue) {
    const sender = queue.sender();
    await assert.rejects(sender.sendMessages(order('x'.repeat(100000))), { code: 'MessageSizeExceeded' });
    await sender.sendMessages(order('small'));
    assert.equal((await receiveOne(queue.receiver())).body, 'small');
  },

  async duplicate(queue) {
    const [sender, receiver] = [queue.sender(), queue.receiver()];
    for (const messageId of ['order-7', 'order-7', 'order-8']) {
      await sender.sendMessages({ body: 'order', messageId });
    }
    assert.equal((await receiveOne(receiver)).messageId, 'order-7');
    assert.equal((await receiveOne(receiver)).messageId, 'order-8');
  },

  async 'time-to-live'(queue) {
    await queue.sender().sendMessages({ ...order('late'), timeToLive: 100 });
    assert.equal((await receiveOne(queue.deadLetters())).deadLetterReason, 'TTLExpiredException');
  },

  async throttled(queue) {
    const sender = queue.impatientSender();
    await queue.inject({ fault: 'throttle' });
    await assert.rejects(sender.sendMessages(order('too many')), { code: 'ServiceBusy' });
    await queue.clearFault();
    await sender.sendMessages(order('now'));
    assert.equal((await receiveOne(queue.receiver())).body, 'now');
  },

  async refused(queue) {
    const sender = queue.impatientSender();
    await queue.inject({ fault: 'refuse', condition: 'amqp:unauthorized-access' });
    await assert.rejects(sender.sendMessages(order('unwanted')), { code: 'UnauthorizedAccess' });
    await queue.clearFault();
    await sender.sendMessages(order('welcome'));
    assert.equal((await receiveOne(queue.receiver())).body, 'welcome');
  },

  async 'links-dropped'(queue) {
    await survive(queue, { fault: 'drop-links', condition: 'amqp:link:detach-forced' });
  },

  async 'connections-dropped'(queue) {
    await survive(queue, { fault: 'drop-connections' });
  },

  async 'many-connections'(queue) {
    const senders = Array.from({ length: CONNECTIONS }, () => queue.sender(queue.connect()));
    await Promise.all(senders.map((sender) => sender.createMessageBatch()));
    const busy = senders.filter((_, index) => index % 2 === 0);
    await Promise.all(busy.map((sender, index) => sender.sendMessages(order(index))));
    const receiver = queue.receiver();
    for (let received = 0; received < busy.length; received++) {
      await receiver.completeMessage(await receiveOne(receiver));
    }
  },
};

async function survive(queue, fault) {
  const [sender, receiver] = [queue.sender(), queue.receiver()];
  for (const body of ['before', 'after']) {
    await sender.sendMessages(order(body));
    const message = await receiveOne(receiver);
    assert.equal(message.body, body);
    await receiver.completeMessage(message);
    await queue.inject(fault);
  }
}

// The SDK cannot settle a message without an id.
function order(body) {
  return { body, messageId: `order-${body}`.slice(0, 100) };
}

async function receiveOne(receiver) {
  const [message] = await receiver.receiveMessages(1, { maxWaitTimeInMs: PATIENCE_MILLIS });
  assert.ok(message, 'no message in time');
  return message;
}

async function run([name, scenario], connectionString, statisticsPort) {
  const queue = new Queue(name, connectionString, statisticsPort);
  try {
    await scenario(queue);
    return `ok ${name}`;
  } catch (error) {
    return `failed ${name}: ${error.code} ${error.message}`.replaceAll('\n', ' ');
  } finally {
    await queue.close();
  }
}

async function main(connectionString, statisticsPort) {
  const { 'many-connections': busiest, ...others } = scenarios;
  const report = async (entry) => console.log(await run(entry, connectionString, statisticsPort));
  await Promise.all(Object.entries(others).map(report));
  await report(['many-connections', busiest]);
}

main(...process.argv.slice(2));
