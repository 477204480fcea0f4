import { Byte } from "../guest/bytes";
import { Slice } from "../guest/slice";
import { Text } from "../guest/text";
import { Fields } from "./fields";
import { hasHalfLetter } from "./letters";
import { isDigit } from "./number";
import { Tokens } from "./tokens";

/** Far more than an order needs, far less than what a later reader of the document may stumble over. */
export const DEEPEST: i32 = 100;

/** Goes over JSON once, checks it, and keeps the values that somebody asks for. */
export class Scanner extends Tokens {
  /** Whether it is wrong as an order only, and not as JSON. */
  isJson: bool = false;

  private depth: i32 = 0;

  /** Reads the whole text as one object. */
  message(fields: Fields): bool {
    if (this.next() != Byte.OpenObject) {
      return this.noObject();
    }
    if (!this.object(fields)) {
      return false;
    }
    this.next();
    return this.at == this.text.end || this.fails("the end was expected");
  }

  /** Reads an object, keeps the fields of interest, and checks the others. */
  object(fields: Fields | null): bool {
    if (!this.opens()) {
      return false;
    }
    if (this.next() != Byte.CloseObject) {
      do {
        if (!this.field(fields)) {
          return false;
        }
      } while (this.passes(Byte.Comma));
    }
    return this.closes(Byte.CloseObject, "a comma or the end of an object was expected");
  }

  /** Goes to the first or the next entry of a list that was checked before, and says whether there is one. */
  entry(): bool {
    if (this.next() == Byte.CloseList) {
      return false;
    }
    this.at++;
    return this.next() != Byte.CloseList;
  }

  /** Goes back, and gets the whole value that starts there. */
  valueAt(start: usize): Slice {
    this.at = start;
    this.value();
    return new Slice(start, this.at);
  }

  private list(): bool {
    if (!this.opens()) {
      return false;
    }
    if (this.next() != Byte.CloseList) {
      do {
        if (!this.value()) {
          return false;
        }
      } while (this.passes(Byte.Comma));
    }
    return this.closes(Byte.CloseList, "a comma or the end of a list was expected");
  }

  private value(): bool {
    const first = this.next();
    switch (first) {
      case Byte.Quote:
        return this.string();
      case Byte.OpenObject:
        return this.object(null);
      case Byte.OpenList:
        return this.list();
      case 0x74: // t
        return this.word("true");
      case 0x66: // f
        return this.word("false");
      case 0x6e: // n
        return this.word("null");
      default:
        return first == Byte.Minus || isDigit(first) ? this.number() : this.fails("a value was expected");
    }
  }

  private field(fields: Fields | null): bool {
    if (this.next() != Byte.Quote) {
      return this.fails("a field name was expected");
    }
    const start = this.at;
    if (!this.string()) {
      return false;
    }
    const index = fields ? fields.find(start, this.at) : -1;
    if (fields && !this.accepts(start, fields, index)) {
      return false;
    }
    if (!this.passes(Byte.Colon)) {
      return this.fails("a colon was expected");
    }
    this.next();
    const value = this.at;
    if (!this.value()) {
      return false;
    }
    if (fields && index >= 0) {
      fields.keep(index, new Slice(value, this.at));
    }
    return true;
  }

  /** A field that is there twice is refused: two readers could take a different one. */
  private accepts(name: usize, fields: Fields, index: i32): bool {
    if (this.hasEscapes && hasHalfLetter(name, this.at)) {
      return this.fails("half a letter was found in a field name");
    }
    return index < 0 || !fields.has(index) || this.isThereTwice(fields.name(index));
  }

  private opens(): bool {
    if (++this.depth > DEEPEST) {
      return this.fails("less depth was expected");
    }
    this.at++;
    return true;
  }

  private closes(end: Byte, expected: string): bool {
    if (!this.passes(end)) {
      return this.fails(expected);
    }
    this.depth--;
    return true;
  }

  /** It is no object, if it starts like something else that is JSON. */
  private noObject(): bool {
    if (this.next() == Byte.OpenList || this.value()) {
      this.isJson = true;
      this.problem = new Text().ascii("an order is a JSON object");
    }
    return false;
  }

  private isThereTwice(name: string): bool {
    this.isJson = true;
    return this.complains(name + " is there twice");
  }
}
