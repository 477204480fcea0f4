import { Byte } from "../guest/bytes";
import { Slice } from "../guest/slice";
import { Text } from "../guest/text";
import { Fields } from "./fields";
import { reads } from "./letters";
import { Line } from "./line";
import { digits } from "./number";
import { whyUnreadable, wrongValue } from "./reason";
import { Scanner } from "./scanner";

const enum Field {
  OrderId,
  OrderGuid,
  Description,
  FirstName,
  LastName,
  Delivery,
  Items,
}

const FIELDS: StaticArray<string> = [
  "orderId",
  "orderGuid",
  "description",
  "firstName",
  "lastName",
  "delivery",
  "items",
];

/**
 * An order as it comes in.
 *
 * Reading one checks that the whole message is JSON, and nothing else: each module asks for the fields it needs. What
 * it gets is good unless `reason` says that the order is not. Text is passed on as it was written, escapes and all.
 */
export class Order {
  private fields: Fields = new Fields(FIELDS);

  constructor(message: Slice) {
    const scanner = new Scanner(message);
    if (!scanner.message(this.fields)) {
      this.fields.refuse(whyUnreadable(message, scanner));
    }
  }

  /** Why this is no good order, if it is none: the first thing that was found. */
  get reason(): Text | null {
    return this.fields.reason;
  }

  /** Also the name of the blob, so it must be a number that every reader reads the same way. */
  id(): Slice {
    const value = this.fields.value(Field.OrderId);
    const id = digits(value);
    if (id == 0 || id > <u64>i64.MAX_VALUE) {
      this.fields.refuse(wrongValue("orderId must be a positive integer", value));
    }
    return value;
  }

  /** "Express" or "Standard". */
  delivery(): string {
    const value = this.fields.value(Field.Delivery);
    if (value.first == Byte.Quote) {
      if (reads(value.start, value.end, "Express")) {
        return "Express";
      }
      if (reads(value.start, value.end, "Standard")) {
        return "Standard";
      }
    }
    this.fields.refuse(wrongValue("delivery must be Express or Standard", value));
    return "";
  }

  guid(): Slice {
    return this.fields.text(Field.OrderGuid);
  }

  description(): Slice {
    return this.fields.text(Field.Description);
  }

  firstName(): Slice {
    return this.fields.text(Field.FirstName);
  }

  lastName(): Slice {
    return this.fields.text(Field.LastName);
  }

  /** All lines as they were written. */
  items(): Slice {
    return this.fields.value(Field.Items);
  }

  lines(): Array<Line> {
    const lines = new Array<Line>();
    const items = this.items();
    if (items.first != Byte.OpenList) {
      this.fields.refuse(wrongValue("items must be a list", items));
      return lines;
    }
    const scanner = new Scanner(items);
    const fields = Line.fields();
    while (!this.reason && scanner.entry()) {
      lines.push(this.line(lines.length, fields, scanner));
    }
    if (lines.length == 0) {
      this.fields.refuse(new Text().ascii("items must have at least one line"));
    }
    return lines;
  }

  private line(index: i32, fields: Fields, scanner: Scanner): Line {
    const line = new Line(fields, scanner);
    const reason = fields.reason;
    if (reason) {
      this.fields.refuse(new Text().ascii("items[").integer(index).ascii("]").slice(reason.written));
    }
    return line;
  }
}
