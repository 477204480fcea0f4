import { Byte } from "../guest/bytes";
import { Slice } from "../guest/slice";
import { Text } from "../guest/text";
import { reads } from "./letters";
import { wrongValue } from "./reason";

/**
 * The fields of interest of one object: their names, their values once they were read, and the first thing that is
 * wrong with them. What is wrong after that does not count, so one may go on asking and look for a reason at the end.
 */
export class Fields {
  reason: Text | null = null;

  private values: StaticArray<Slice | null>;

  /** Reasons put the prefix before the name of a field. */
  constructor(
    private names: StaticArray<string>,
    private prefix: string = "",
  ) {
    this.values = new StaticArray<Slice | null>(names.length);
  }

  /** The place of the name between these quotes, still escaped, or -1 if nobody asks for it. */
  find(start: usize, end: usize): i32 {
    const names = this.names;
    for (let i = 0, length = names.length; i < length; i++) {
      if (reads(start, end, names[i])) {
        return i;
      }
    }
    return -1;
  }

  name(field: i32): string {
    return this.names[field];
  }

  has(field: i32): bool {
    return this.values[field] != null;
  }

  keep(field: i32, value: Slice): void {
    this.values[field] = value;
  }

  /** A value as it was written. */
  value(field: i32): Slice {
    const value = this.values[field];
    if (value) {
      return value;
    }
    this.refuse(new Text().ascii(this.prefix).ascii(this.names[field]).ascii(" is missing"));
    return new Slice(0, 0);
  }

  /** A value that is text, still quoted and escaped. */
  text(field: i32): Slice {
    const value = this.value(field);
    if (value.first != Byte.Quote) {
      this.refuse(wrongValue(this.prefix + this.names[field] + " must be text", value));
    }
    return value;
  }

  /** Makes ready for the next object. */
  clear(): void {
    this.values.fill(null);
    this.reason = null;
  }

  refuse(reason: Text): void {
    if (!this.reason) {
      this.reason = reason;
    }
  }
}
