package dev.orderwave.wasm.admission;

/// How many values a function or a block takes and leaves.
record Signature(int parameters, int results) {

    static final Signature NOTHING = new Signature(0, 0);
    static final Signature ONE_RESULT = new Signature(0, 1);

    int values() {
        return parameters + results;
    }
}
