package dev.orderwave.servicebus.conformance;

/// The Azure SDKs that judge the bus, by the names of the table's columns. Go's is the one in daprd's binding.
enum Sdk {
    JAVA("Java"),
    PYTHON("Python"),
    JAVASCRIPT("JavaScript"),
    GO("Go, in daprd");

    private final String title;

    Sdk(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
