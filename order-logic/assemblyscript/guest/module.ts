import { Document } from "./document";

const VERSION = "1.0.0";

/** Which module made a document. */
export function thisModule(name: string): Document {
  return new Document().word("name", name).word("version", VERSION);
}
