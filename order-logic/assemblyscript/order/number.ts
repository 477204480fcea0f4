import { Byte, byteAt } from "../guest/bytes";
import { Slice } from "../guest/slice";

const MOST_DIGITS: usize = 19;

export function isDigit(byte: i32): bool {
  return byte >= Byte.Zero && byte <= Byte.Nine;
}

/** The value of a number of digits only, as JSON writes it, or `u64.MAX_VALUE` if it is another one or too long. */
export function digits(text: Slice): u64 {
  let value: u64 = 0;
  for (let at = text.start; at < text.end; at++) {
    if (!isDigit(byteAt(at))) {
      return u64.MAX_VALUE;
    }
    value = value * 10 + (byteAt(at) - Byte.Zero);
  }
  return text.length <= MOST_DIGITS ? value : u64.MAX_VALUE;
}
