import { byteAt } from "./bytes";
/** A piece of the message, where the host wrote it. Nothing is copied, and nothing is read that need not be. */
export class Slice {
  constructor(
    readonly start: usize,
    readonly end: usize,
  ) {}

  get length(): usize {
    return this.end - this.start;
  }

  get first(): i32 {
    return byteAt(this.start);
  }
}
