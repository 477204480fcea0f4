package dev.orderwave.servicebus.internal.message;

/// The sections of an AMQP message, in the order they appear on the wire.
enum Section {
    HEADER(0x70),
    DELIVERY_ANNOTATIONS(0x71),
    MESSAGE_ANNOTATIONS(0x72),
    PROPERTIES(0x73),
    APPLICATION_PROPERTIES(0x74),
    DATA(0x75),
    AMQP_SEQUENCE(0x76),
    AMQP_VALUE(0x77),
    FOOTER(0x78);

    private static final Section[] ALL = values();
    private final int descriptor;

    Section(int descriptor) {
        this.descriptor = descriptor;
    }

    static Section of(long descriptor) {
        for (var section : ALL) {
            if (section.descriptor == descriptor) {
                return section;
            }
        }
        throw new MalformedMessageException(
                "Not a section of an AMQP message: descriptor 0x" + Long.toHexString(descriptor));
    }

    /// The bare message is what no broker may change.
    boolean isPartOfBareMessage() {
        return descriptor >= PROPERTIES.descriptor;
    }

    byte descriptor() {
        return (byte) descriptor;
    }
}
