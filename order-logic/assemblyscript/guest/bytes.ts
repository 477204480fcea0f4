/** The bytes that JSON is made of. */
export const enum Byte {
  Quote = 0x22,
  Plus = 0x2b,
  Comma = 0x2c,
  Minus = 0x2d,
  Point = 0x2e,
  Zero = 0x30,
  Nine = 0x39,
  Colon = 0x3a,
  OpenList = 0x5b,
  Backslash = 0x5c,
  CloseList = 0x5d,
  OpenObject = 0x7b,
  CloseObject = 0x7d,
  Space = 0x20,
  Tab = 0x09,
  LineFeed = 0x0a,
  CarriageReturn = 0x0d,
}

/** The byte at this address. */
export function byteAt(address: usize): i32 {
  return load<u8>(address);
}
