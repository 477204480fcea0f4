import { Document } from "./document";
import { Slice } from "./slice";
import { Text } from "./text";

/** One thing to send. Without data it is the message as it came. */
export class Emission {
  private metadata: Document = new Document();
  private content: Document | null = null;

  constructor(private output: string) {}

  /** Adds metadata, a word of plain letters. */
  with(name: string, word: string): this {
    this.metadata.word(name, word);
    return this;
  }

  /** Adds metadata, a number as it stands in the message. */
  withNumber(name: string, digits: Slice): this {
    this.metadata.text(name, digits);
    return this;
  }

  data(content: Document): this {
    this.content = content;
    return this;
  }

  writeTo(text: Text): void {
    text.ascii('{"to":"').ascii(this.output).ascii('","metadata":').slice(this.metadata.end());
    const content = this.content;
    if (content) {
      text.ascii(',"data":').slice(content.end());
    }
    text.ascii("}");
  }
}
