package dev.orderwave.servicebus.internal.message;

/// Sets application properties in an encoded message; every other byte of it stays as it is.
final class ApplicationProperties {
    private ApplicationProperties() {}

    static byte[] set(ModifiedProperties added, byte[] message, int bareStart) {
        var before = bareStart;
        var after = bareStart;
        var entries = bareStart;
        var size = 0;
        var reader = new AmqpReader(message, bareStart, message.length);
        while (reader.hasMore()) {
            var section = reader.section();
            var value = reader.position();
            reader.skipValue();
            if (section == Section.PROPERTIES) {
                before = reader.position();
                after = before;
            } else if (section == Section.APPLICATION_PROPERTIES) {
                entries = value;
                after = reader.position();
                var map = new AmqpReader(message, value, after);
                size = map.enterCompound() / 2;
                entries = map.position();
            }
        }

        var out = new AmqpWriter(message.length + 256).raw(message, 0, before);
        var place = out.beginMap(Section.APPLICATION_PROPERTIES);
        var count = copyOthers(added, new AmqpReader(message, entries, after), size, message, out);
        added.write(out);
        out.end(place, 2 * (count + added.count()));
        return out.raw(message, after, message.length).toByteArray();
    }

    private static int copyOthers(
            ModifiedProperties added, AmqpReader reader, int size, byte[] message, AmqpWriter out) {
        var copied = 0;
        for (var entry = 0; entry < size; entry++) {
            var start = reader.position();
            var name = reader.text();
            reader.skipValue();
            if (!added.contains(name)) {
                out.raw(message, start, reader.position());
                copied++;
            }
        }
        return copied;
    }
}
