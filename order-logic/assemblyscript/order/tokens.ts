import { Byte, byteAt } from "../guest/bytes";
import { Slice } from "../guest/slice";
import { Text } from "../guest/text";
import { endOfEscape, endOfLetter } from "./letters";
import { isDigit } from "./number";

/** What JSON is made of: texts, numbers, words and signs, with space between them. It stops at what is wrong. */
export class Tokens {
  /** Where it goes on. */
  at: usize;
  /** What is wrong, if something is. */
  problem: Text = new Text();

  /** Whether there was an escape in the last text. */
  protected hasEscapes: bool = false;

  constructor(protected text: Slice) {
    this.at = text.start;
  }

  /** Goes over space and then this byte, if it is the next one. */
  protected passes(byte: Byte): bool {
    if (this.next() != byte) {
      return false;
    }
    this.at++;
    return true;
  }

  /** Goes over space, to the byte that it returns. At the end that is a zero. */
  protected next(): i32 {
    let byte = byteAt(this.at);
    while (byte == Byte.Space || byte == Byte.LineFeed || byte == Byte.CarriageReturn || byte == Byte.Tab) {
      byte = byteAt(++this.at);
    }
    return byte;
  }

  protected string(): bool {
    this.hasEscapes = false;
    let at = this.at + 1;
    for (let byte = byteAt(at); byte != Byte.Quote; byte = byteAt(at)) {
      const end = byte >= Byte.Space && byte < 0x80 && byte != Byte.Backslash ? at + 1 : this.endOfOddLetter(at, byte);
      if (end == 0) {
        this.at = at;
        return this.fails("a letter of a text was expected");
      }
      at = end;
    }
    this.at = at + 1;
    return true;
  }

  /** Where a letter ends that is not one plain byte, or 0 if it is none. */
  private endOfOddLetter(at: usize, byte: i32): usize {
    if (byte == Byte.Backslash) {
      this.hasEscapes = true;
      return endOfEscape(at);
    }
    return byte < Byte.Space ? 0 : endOfLetter(at);
  }

  protected number(): bool {
    if (byteAt(this.at) == Byte.Minus) {
      this.at++;
    }
    if (byteAt(this.at) == Byte.Zero) {
      this.at++;
    } else if (!this.digits()) {
      return false;
    }
    if (byteAt(this.at) == Byte.Point) {
      this.at++;
      if (!this.digits()) {
        return false;
      }
    }
    return (byteAt(this.at) | 0x20) != 0x65 || this.exponent();
  }

  private exponent(): bool {
    this.at++;
    const sign = byteAt(this.at);
    if (sign == Byte.Minus || sign == Byte.Plus) {
      this.at++;
    }
    return this.digits();
  }

  private digits(): bool {
    if (!isDigit(byteAt(this.at))) {
      return this.fails("a digit was expected");
    }
    while (isDigit(byteAt(this.at))) {
      this.at++;
    }
    return true;
  }

  protected word(letters: string): bool {
    for (let i = 0, length = letters.length; i < length; i++) {
      if (byteAt(this.at) != letters.charCodeAt(i)) {
        return this.fails("true, false or null was expected");
      }
      this.at++;
    }
    return true;
  }

  protected fails(problem: string): bool {
    this.at = min(this.at + 1, this.text.end);
    return this.complains(problem);
  }

  /** Says what is wrong with the byte that was read last. */
  protected complains(problem: string): bool {
    let line = 1;
    let start = this.text.start;
    for (let at = start; at < this.at; at++) {
      if (byteAt(at) == Byte.LineFeed) {
        line++;
        start = at + 1;
      }
    }
    const column = <u32>(this.at - start);
    this.problem.ascii(problem).ascii(" at line ").integer(line).ascii(" column ").integer(column);
    return false;
  }
}
