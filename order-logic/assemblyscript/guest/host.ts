/**
 * What a module needs to talk to its host.
 *
 * The contract: the host asks `alloc` for room and writes the message there; `handle` takes the message and returns
 * `pointer << 32 | length` of a verdict in UTF-8. The highest bit would say that the text is an error of the module;
 * these modules have none to tell.
 */

import { Emission } from "./emission";
import { Slice } from "./slice";
import { Text } from "./text";

/** What a reader may touch after a message, having seen no end. */
const MARGIN: usize = 8;

/** Room for a message. What the message before it needed is free again, for a host that keeps the instance. */
export function alloc(length: usize): usize {
  // The host has read the verdict on the message before, and a module keeps no object from one to the next.
  // @ts-ignore: the compiler knows it, its declarations for editors do not
  heap.reset();
  return heap.alloc(length + MARGIN);
}

/** The message that the host wrote, and a zero after it: no JSON goes on with that, so a reader stops by itself. */
export function message(pointer: usize, length: usize): Slice {
  store<u8>(pointer + length, 0);
  return new Slice(pointer, pointer + length);
}

/** Hands a verdict to the host: the emission, or the reason why there is none. */
export function answer(emission: Emission, reason: Text | null): u64 {
  const text = new Text();
  if (reason) {
    text.ascii('{"reject":').quoted(reason.written).ascii("}");
  } else {
    text.ascii('{"emit":[');
    emission.writeTo(text);
    text.ascii("]}");
  }
  const verdict = text.written;
  return (<u64>verdict.start << 32) | <u64>verdict.length;
}
