import { sealed } from './wasi.js';

const decoder = new TextDecoder('utf-8', { fatal: true });

/** A function from a message to the text of the module's verdict; one instance for all messages, or one for each. */
export function guest(wasm, instances) {
  const module = new WebAssembly.Module(wasm);
  let instance = start(module);
  if (instances === 'fresh') {
    return (message) => handle(start(module), message);
  }
  return (message) => {
    try {
      return handle(instance, message);
    } catch (failure) {
      // A module that never gives memory back has used it up: it goes on with a new instance.
      if (!(failure instanceof WebAssembly.RuntimeError)) {
        throw failure;
      }
      instance = start(module);
      return handle(instance, message);
    }
  };
}

function start(module) {
  const world = {};
  const { exports } = new WebAssembly.Instance(module, sealed(module, world));
  world.memory = exports.memory;
  exports._initialize?.();
  return exports;
}

function handle({ memory, alloc, handle }, message) {
  const place = alloc(message.length) >>> 0;
  new Uint8Array(memory.buffer, place, message.length).set(message);
  const result = BigInt.asUintN(64, handle(place, message.length));
  if (result >> 63n) {
    throw new Error('the module reported a fault');
  }
  const pointer = Number((result >> 32n) & 0x7fffffffn);
  return decoder.decode(new Uint8Array(memory.buffer, pointer, Number(result & 0xffffffffn)));
}
