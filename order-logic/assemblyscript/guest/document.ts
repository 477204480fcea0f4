import { Slice } from "./slice";
import { Text } from "./text";

/** A JSON object that is being written. */
export class Document {
  private json: Text = new Text().ascii("{");
  private isEmpty: bool = true;

  /** Adds a word of plain letters. */
  word(name: string, value: string): this {
    this.name(name).ascii('"').ascii(value).ascii('"');
    return this;
  }

  /** Adds any text, escaped where JSON needs it. */
  text(name: string, value: Slice): this {
    this.name(name).quoted(value);
    return this;
  }

  number(name: string, value: u32): this {
    this.name(name).integer(value);
    return this;
  }

  /** Adds a value as it stands in the message. */
  slice(name: string, value: Slice): this {
    this.name(name).slice(value);
    return this;
  }

  object(name: string, value: Document): this {
    return this.slice(name, value.end());
  }

  list(name: string, entries: Array<Document>): this {
    const json = this.name(name).ascii("[");
    for (let i = 0, length = entries.length; i < length; i++) {
      json.ascii(i == 0 ? "" : ",").slice(entries[i].end());
    }
    json.ascii("]");
    return this;
  }

  /** The whole object. Nothing is added to it afterwards. */
  end(): Slice {
    return this.json.ascii("}").written;
  }

  private name(name: string): Text {
    const json = this.json.ascii(this.isEmpty ? '"' : ',"').ascii(name).ascii('":');
    this.isEmpty = false;
    return json;
  }
}
