import { Byte, byteAt } from "../guest/bytes";
import { Slice } from "../guest/slice";
import { Text } from "../guest/text";
import { endOfUtf8 } from "./letters";
import { DEEPEST, Scanner } from "./scanner";

const LONGEST_SHOWN: i32 = 60;

/** Says what is wrong, and shows the value: whole if it is short. */
export function wrongValue(wrong: string, value: Slice): Text {
  const end = endOfLetters(value, LONGEST_SHOWN);
  return new Text()
    .ascii(wrong)
    .ascii(", was ")
    .slice(new Slice(value.start, end))
    .ascii(end < value.end ? "..." : "");
}

/** Says why a message cannot be read. What is wrong with it as a whole comes before what is wrong at one place. */
export function whyUnreadable(message: Slice, scanner: Scanner): Text {
  const end = endOfUtf8(message);
  if (end < message.end) {
    return new Text().ascii("not JSON: byte ").integer(<u32>(end - message.start)).ascii(" is not UTF-8");
  }
  if (isTooDeep(message)) {
    return new Text().ascii("not an order: nested deeper than ").integer(DEEPEST).ascii(" levels");
  }
  return new Text().ascii(scanner.isJson ? "not an order: " : "not JSON: ").slice(scanner.problem.written);
}

/** Counts brackets outside of texts, whether or not it is JSON. */
function isTooDeep(message: Slice): bool {
  let depth = 0;
  let isQuoted = false;
  for (let at = message.start; at < message.end; at++) {
    const byte = byteAt(at);
    if (byte == Byte.Backslash && isQuoted) {
      at++;
    } else if (byte == Byte.Quote) {
      isQuoted = !isQuoted;
    } else if (!isQuoted) {
      depth = max(0, depth + step(byte));
    }
    if (depth > DEEPEST) {
      return true;
    }
  }
  return false;
}

function step(byte: i32): i32 {
  switch (byte) {
    case Byte.OpenObject:
    case Byte.OpenList:
      return 1;
    case Byte.CloseObject:
    case Byte.CloseList:
      return -1;
    default:
      return 0;
  }
}

/** Where so many letters end, or the end of the text. */
function endOfLetters(text: Slice, letters: i32): usize {
  let at = text.start;
  for (let i = 0; at < text.end; at++) {
    if ((byteAt(at) & 0xc0) != 0x80 && i++ == letters) {
      break;
    }
  }
  return at;
}
