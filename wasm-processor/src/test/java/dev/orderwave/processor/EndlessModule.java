package dev.orderwave.processor;

import java.util.HexFormat;

/// A module that keeps the contract and never comes back.
final class EndlessModule {
    /// (module (memory (export "memory") 1)
    ///   (func (export "alloc") (param i32) (result i32) (i32.const 1024))
    ///   (func (export "handle") (param i32 i32) (result i64) (loop (br 0)) (unreachable)))
    private static final String HEX = """
            0061736d01000000\
            010c0260017f017f60027f7f017e\
            0303020001\
            0503010001\
            071b03066d656d6f72790200 05616c6c6f630000 0668616e646c650001\
            0a10 02 0500 4180080b 0800 0340 0c00 0b 00 0b""";

    private EndlessModule() {}

    static byte[] wasm() {
        return HexFormat.of().parseHex(HEX.replaceAll("\\s", ""));
    }
}
