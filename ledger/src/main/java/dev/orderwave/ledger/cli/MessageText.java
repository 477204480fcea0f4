package dev.orderwave.ledger.cli;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;

/// A message for a person.
final class MessageText {

    private MessageText() {}

    /// As text if it is UTF-8, else in Base64.
    static String of(byte[] message) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(message));
            return text.toString().lines().map(Harmless::line).collect(Collectors.joining(System.lineSeparator()));
        } catch (CharacterCodingException notText) {
            return "base64:" + Base64.getEncoder().encodeToString(message);
        }
    }
}
