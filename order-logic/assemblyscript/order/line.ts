import { Byte, byteAt } from "../guest/bytes";
import { Slice } from "../guest/slice";
import { Fields } from "./fields";
import { digits } from "./number";
import { wrongValue } from "./reason";
import { Scanner } from "./scanner";

const enum Field {
  Sku,
  Quantity,
}

const MOST_OF_ONE_LINE: u64 = 10;

const FIELDS: StaticArray<string> = ["sku", "quantity"];

/** One line of an order: how many of what. */
export class Line {
  readonly sku: Slice;
  readonly quantity: u32;

  /** A reason against the line is left with its fields. It starts where `items[7]` ends. */
  constructor(fields: Fields, scanner: Scanner) {
    fields.clear();
    const start = scanner.at;
    if (byteAt(start) != Byte.OpenObject || !scanner.object(fields)) {
      fields.refuse(wrongValue(" must be an object with one sku and one quantity", scanner.valueAt(start)));
    }
    this.sku = fields.text(Field.Sku);
    this.quantity = quantity(fields);
  }

  /** To read one line after the other with. */
  static fields(): Fields {
    return new Fields(FIELDS, ".");
  }
}

function quantity(fields: Fields): u32 {
  const value = fields.value(Field.Quantity);
  const quantity = digits(value);
  if (quantity > MOST_OF_ONE_LINE) {
    fields.refuse(wrongValue(".quantity must be an integer from 0 to 10", value));
  }
  return <u32>quantity;
}
