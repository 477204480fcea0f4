package dev.orderwave.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orderwave.azure.BlobContainer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a module rejected: why, who rejected it, and the message to the last byte.
///
/// @param blob the entry's name in the rejected outbox
/// @param since when it was written last
/// @param app the service whose module rejected it
/// @param moduleDigest the module's SHA-256, in hexadecimal
public record RejectedEntry(
        String blob,
        Instant since,
        String reason,
        String app,
        String module,
        String moduleDigest,
        Optional<String> messageId,
        byte[] message)
        implements Stray {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// In a name, other characters become `_`, and of a long id the first hundred count.
    private static final Pattern ID_AS_IT_IS = Pattern.compile("[A-Za-z0-9.-]{1,99}");

    /// Empty if the content is no entry.
    static Optional<RejectedEntry> parse(BlobContainer.Version version) {
        try {
            var entry = JSON.readTree(version.content());
            return message(entry)
                    .map(message -> new RejectedEntry(
                            version.blob(),
                            version.lastModified(),
                            entry.path("reason").asText("no reason"),
                            entry.path("app").asText(""),
                            entry.path("module").path("name").asText(""),
                            entry.path("module").path("sha256").asText(""),
                            Optional.ofNullable(entry.path("messageId").textValue()),
                            message));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    /// The id of the message that was rejected, from the entry's name if that tells it, else from the entry. One
    /// without an id, and one that is no entry, go by the name.
    static String messageId(BlobContainer container, String blob) {
        var named = new BlobName(blob).orderId();
        if (ID_AS_IT_IS.matcher(named).matches()) {
            return named;
        }
        return container
                .readVersion(blob)
                .flatMap(RejectedEntry::parse)
                .flatMap(RejectedEntry::messageId)
                .orElse(named);
    }

    @Override
    public Set<String> names() {
        return messageId.map(id -> Set.of(blob, id)).orElseGet(() -> Set.of(blob));
    }

    @Override
    public String place() {
        return app;
    }

    private static Optional<byte[]> message(JsonNode entry) throws IOException {
        if (entry.path("message").isTextual()) {
            return Optional.of(entry.path("message").textValue().getBytes(StandardCharsets.UTF_8));
        }
        return entry.path("messageBase64").isTextual()
                ? Optional.of(entry.path("messageBase64").binaryValue())
                : Optional.empty();
    }
}
