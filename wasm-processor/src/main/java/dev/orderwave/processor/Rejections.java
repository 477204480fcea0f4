package dev.orderwave.processor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.orderwave.dapr.IncomingBindingMetadata;
import dev.orderwave.wasm.ModuleInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Writes down what a module rejected: the reason, who rejected it, and the message to the last byte, so that it can be
/// sent again once the cause is mended.
final class Rejections {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int LONGEST_ID_IN_NAME = 100;

    private final String application;
    private final ModuleInfo module;

    Rejections(String application, ModuleInfo module) {
        this.application = application;
        this.module = module;
    }

    Rejection of(Message<? extends byte[]> message, String reason) {
        var messageId = message.getMetadata(IncomingBindingMetadata.class).flatMap(IncomingBindingMetadata::messageId);
        var payload = message.getPayload();
        return new Rejection(blobName(messageId, payload), document(messageId, payload, reason));
    }

    /// The id is the sender's choice, and a name has less room.
    private static String blobName(Optional<String> messageId, byte[] payload) {
        var about = messageId
                .map(id -> id.replaceAll("[^A-Za-z0-9._-]", "_"))
                .map(id -> id.substring(0, Math.min(id.length(), LONGEST_ID_IN_NAME)));
        return BlobName.of(about, payload);
    }

    private byte[] document(Optional<String> messageId, byte[] payload, String reason) {
        var bytes = new ByteArrayOutputStream(payload.length + 512);
        try (var json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("reason", reason);
            json.writeStringField("app", application);
            json.writeObjectFieldStart("module");
            json.writeStringField("name", module.name());
            json.writeStringField("sha256", module.sha256());
            json.writeEndObject();
            if (messageId.isPresent()) {
                json.writeStringField("messageId", messageId.get());
            }
            writeMessage(json, payload);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    private static void writeMessage(JsonGenerator json, byte[] payload) throws IOException {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload));
            json.writeStringField("message", text.toString());
        } catch (CharacterCodingException notText) {
            json.writeBinaryField("messageBase64", payload);
        }
    }
}
