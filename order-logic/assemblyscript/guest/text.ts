import { byteAt } from "./bytes";
import { Slice } from "./slice";

const DIGITS = "0123456789abcdef";

/** UTF-8 text that is being written. */
export class Text {
  private start: usize;
  private size: usize = 0;

  constructor(private capacity: usize = 64) {
    this.start = heap.alloc(capacity);
  }

  /** What was written so far. More text may move it. */
  get written(): Slice {
    return new Slice(this.start, this.start + this.size);
  }

  /** Adds letters of ASCII as they are. */
  ascii(letters: string): this {
    const length = letters.length;
    let to = this.room(length);
    for (let i = 0; i < length; i++) {
      store<u8>(to++, letters.charCodeAt(i));
    }
    return this;
  }

  /** Adds a piece of the message as it was written. */
  slice(piece: Slice): this {
    memory.copy(this.room(piece.length), piece.start, piece.length);
    return this;
  }

  integer(value: u32): this {
    if (value > 9) {
      this.integer(value / 10);
    }
    return this.byte(DIGITS.charCodeAt(value % 10));
  }

  /** Adds a text with quotes, and with escapes where JSON needs them. */
  quoted(text: Slice): this {
    this.byte(0x22);
    for (let at = text.start; at < text.end; at++) {
      const byte = byteAt(at);
      if (byte < 0x20 || byte == 0x22 || byte == 0x5c) {
        this.escaped(byte);
      } else {
        this.byte(byte);
      }
    }
    return this.byte(0x22);
  }

  private escaped(byte: i32): void {
    if (byte >= 0x20) {
      this.byte(0x5c).byte(byte);
      return;
    }
    this.ascii("\\u00");
    this.byte(DIGITS.charCodeAt(byte >> 4)).byte(DIGITS.charCodeAt(byte & 15));
  }

  private byte(value: i32): this {
    store<u8>(this.room(1), value);
    return this;
  }

  /** Where the next bytes go. What was allocated last grows where it is, so this seldom copies. */
  private room(length: usize): usize {
    const at = this.size;
    this.size += length;
    if (this.size > this.capacity) {
      this.capacity = max(this.size, 2 * this.capacity);
      this.start = heap.realloc(this.start, this.capacity);
    }
    return this.start + at;
  }
}
