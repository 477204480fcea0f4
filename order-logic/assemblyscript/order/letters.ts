import { Byte, byteAt } from "../guest/bytes";
import { Slice } from "../guest/slice";

/** Where the letter of two to four bytes at this place ends, or 0 if no such letter of UTF-8 stands there. */
export function endOfLetter(at: usize): usize {
  const first = byteAt(at);
  const second = byteAt(at + 1);
  if (first < 0xc2 || first > 0xf4 || !isContinued(second)) {
    return 0;
  }
  if (first < 0xe0) {
    return at + 2;
  }
  if (!isSecond(first, second) || !isContinued(byteAt(at + 2))) {
    return 0;
  }
  if (first < 0xf0) {
    return at + 3;
  }
  return isContinued(byteAt(at + 3)) ? at + 4 : 0;
}

/** Where the first byte stands that is no UTF-8, or the end of the text. */
export function endOfUtf8(text: Slice): usize {
  let at = text.start;
  while (at < text.end) {
    const next = byteAt(at) < 0x80 ? at + 1 : endOfLetter(at);
    if (next == 0) {
      break;
    }
    at = next;
  }
  return at;
}

/** Where the escape at this place ends, or 0 if it is none. */
export function endOfEscape(at: usize): usize {
  switch (byteAt(at + 1)) {
    case 0x22: // "
    case 0x5c: // \
    case 0x2f: // /
    case 0x62: // b
    case 0x66: // f
    case 0x6e: // n
    case 0x72: // r
    case 0x74: // t
      return at + 2;
    case 0x75: // u
      return unit(at) < 0 ? 0 : at + 6;
    default:
      return 0;
  }
}

/** Whether a text, given with its quotes and still escaped, is a word of plain letters. */
export function reads(start: usize, end: usize, word: string): bool {
  const length = word.length;
  let at = start + 1;
  for (let i = 0; i < length; i++) {
    const byte = byteAt(at);
    const isEscaped = byte == Byte.Backslash;
    if (word.charCodeAt(i) != (isEscaped ? unit(at) : <i32>byte)) {
      return false;
    }
    at += isEscaped ? 6 : 1;
  }
  return at == end - 1;
}

/** Whether an escape stands for half a letter, and the other half is missing. */
export function hasHalfLetter(start: usize, end: usize): bool {
  let at = start + 1;
  while (at < end - 1) {
    if (byteAt(at) != Byte.Backslash) {
      at++;
      continue;
    }
    const half = unit(at) & 0xfc00;
    at = endOfEscape(at);
    if (half == 0xdc00 || (half == 0xd800 && (unit(at) & 0xfc00) != 0xdc00)) {
      return true;
    }
    at += half == 0xd800 ? 6 : 0;
  }
  return false;
}

/** The code of an escape like `\u00e4`, or a negative number if none stands at this place. */
function unit(at: usize): i32 {
  if (byteAt(at) != Byte.Backslash || byteAt(at + 1) != 0x75) {
    return i32.MIN_VALUE;
  }
  return (hex(at + 2) << 12) | (hex(at + 3) << 8) | (hex(at + 4) << 4) | hex(at + 5);
}

/** The value of a hexadecimal digit, or a negative number that stays negative however it is shifted into a code. */
function hex(at: usize): i32 {
  const byte = byteAt(at);
  if (byte - Byte.Zero <= 9) {
    return byte - Byte.Zero;
  }
  const letter: i32 = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : i32.MIN_VALUE >> 12;
}

function isContinued(byte: i32): bool {
  return (byte & 0xc0) == 0x80;
}

/** Neither longer than need be, nor half a letter of UTF-16, nor beyond the last letter. */
function isSecond(first: i32, second: i32): bool {
  switch (first) {
    case 0xe0:
      return second >= 0xa0;
    case 0xed:
      return second < 0xa0;
    case 0xf0:
      return second >= 0x90;
    case 0xf4:
      return second < 0x90;
    default:
      return true;
  }
}
