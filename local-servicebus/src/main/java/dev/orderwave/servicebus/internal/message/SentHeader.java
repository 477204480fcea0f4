package dev.orderwave.servicebus.internal.message;

/// The header fields a sender may set (durable, priority, time to live), as a range of the message's bytes.
/// The other two, first acquirer and delivery count, belong to the broker.
record SentHeader(int start, int end, int fields, long timeToLive) {
    static final SentHeader NONE = new SentHeader(0, 0, 0, Long.MAX_VALUE);
    private static final int SENDER_FIELDS = 3;
    private static final int ALL_FIELDS = 5;

    static SentHeader read(AmqpReader reader) {
        var fields = Math.min(reader.enterCompound(), SENDER_FIELDS);
        var start = reader.position();
        var timeToLive = 0L;
        for (var field = 0; field < fields; field++) {
            if (field == SENDER_FIELDS - 1) {
                timeToLive = reader.integer();
            } else {
                reader.skipValue();
            }
        }
        return new SentHeader(start, reader.position(), fields, timeToLive == 0 ? Long.MAX_VALUE : timeToLive);
    }

    void write(AmqpWriter out, byte[] message, int deliveryCount) {
        var place = out.beginList(Section.HEADER);
        out.raw(message, start, end);
        for (var field = fields; field < SENDER_FIELDS; field++) {
            out.nullValue();
        }
        out.nullValue().unsignedInt(deliveryCount);
        out.end(place, ALL_FIELDS);
    }
}
