package dev.orderwave.wasm.admission;

/// The numbers of the sections that are looked into.
final class SectionId {

    static final int CUSTOM = 0;
    static final int TYPE = 1;
    static final int IMPORT = 2;
    static final int FUNCTION = 3;
    static final int TABLE = 4;
    static final int MEMORY = 5;
    static final int GLOBAL = 6;
    static final int EXPORT = 7;
    static final int START = 8;
    static final int ELEMENT = 9;
    static final int CODE = 10;
    static final int DATA = 11;
    static final int DATA_COUNT = 12;
    static final int TAG = 13;

    private SectionId() {}

    /// Where a section stands: in the order of the numbers, but for those that were invented later.
    static int place(int id) {
        return switch (id) {
            case DATA_COUNT -> 2 * CODE - 1;
            case TAG -> 2 * GLOBAL - 1;
            default -> 2 * id;
        };
    }
}
