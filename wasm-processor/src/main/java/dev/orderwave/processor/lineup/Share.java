package dev.orderwave.processor.lineup;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// A part of the messages, chosen by their ids: a message that is delivered again is in it again.
///
/// @param percent 0 to 100
public record Share(int percent) {
    static final Share NOTHING = new Share(0);
    private static final int WHOLE = 100;

    public Share {
        if (percent < 0 || percent > WHOLE) {
            throw new IllegalArgumentException("percent must be 0 to 100, was " + percent);
        }
    }

    boolean includes(String messageId) {
        var hash = new CRC32();
        hash.update(messageId.getBytes(StandardCharsets.UTF_8));
        return hash.getValue() % WHOLE < percent;
    }
}
