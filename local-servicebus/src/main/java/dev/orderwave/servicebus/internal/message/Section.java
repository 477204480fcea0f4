package dev.orderwave.servicebus.internal.message;

/// The sections of an AMQP message, in the order they appear on the wire.
enum Section {
    HEADER,
    DELIVERY_ANNOTATIONS,
    MESSAGE_ANNOTATIONS,
    PROPERTIES,
    APPLICATION_PROPERTIES,
    DATA,
    AMQP_SEQUENCE,
    AMQP_VALUE,
    FOOTER;

    private static final int FIRST_DESCRIPTOR = 0x70;
    private static final Section[] BY_DESCRIPTOR = values();

    static Section of(long descriptor) {
        var index = descriptor - FIRST_DESCRIPTOR;
        if (index < 0 || index >= BY_DESCRIPTOR.length) {
            throw new MalformedMessageException(
                    "Not a section of an AMQP message: descriptor 0x" + Long.toHexString(descriptor));
        }
        return BY_DESCRIPTOR[(int) index];
    }

    /// The bare message is what no broker may change.
    boolean isPartOfBareMessage() {
        return compareTo(PROPERTIES) >= 0;
    }

    byte descriptor() {
        return (byte) (FIRST_DESCRIPTOR + ordinal());
    }
}
