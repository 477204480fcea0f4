// What one order costs in Node: a module in V8's WebAssembly, or the same logic in plain JavaScript.
//
//   node yardstick.js MODULE|- ORDERS VERDICTS pooled|fresh
//
// ORDERS and VERDICTS have one JSON document a line; every verdict is compared before anything is timed. "-" stands for
// plain JavaScript. Prints one line for each sample: nanoseconds of processor time, of all threads, for one order.

import assert from 'node:assert';
import { readFileSync } from 'node:fs';
import { guest } from './guest.js';
import { route } from './plain.js';

const WARM_UP_MS = 1000;
const SAMPLES = 5;
const SAMPLE_MS = 500;

const [module, ordersFile, verdictsFile, instances] = process.argv.slice(2);
if (!instances) {
  throw new Error('usage: node yardstick.js MODULE|- ORDERS VERDICTS pooled|fresh');
}
const orders = lines(ordersFile).map((line) => Buffer.from(line));
const handle = module === '-' ? route : guest(readFileSync(module), instances);

check(lines(verdictsFile).map((line) => JSON.parse(line)));
nanosPerOrder(WARM_UP_MS);
for (let sample = 0; sample < SAMPLES; sample++) {
  console.log(nanosPerOrder(SAMPLE_MS).toFixed(1));
}

function lines(file) {
  return readFileSync(file, 'utf8').trimEnd().split('\n');
}

function check(verdicts) {
  orders.forEach((order, index) => {
    const verdict = handle(order);
    assert.deepStrictEqual(typeof verdict === 'string' ? JSON.parse(verdict) : verdict, verdicts[index]);
  });
}

function nanosPerOrder(milliseconds) {
  const start = performance.now();
  const cpu = process.cpuUsage();
  let handled = 0;
  while (performance.now() - start < milliseconds) {
    for (const order of orders) {
      handle(order);
    }
    handled += orders.length;
  }
  const { user, system } = process.cpuUsage(cpu);
  return ((user + system) * 1000) / handled;
}
