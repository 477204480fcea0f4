package dev.orderwave.guest;

import dev.orderwave.json.JsonWriter;
import dev.orderwave.json.RawJson;
import java.util.Optional;

/// What to do with a message.
sealed interface Verdict extends JsonWriter.Value {

    int ROOM_FOR_MORE = 512;

    static Verdict of(byte[] message, Decision decision) {
        try {
            return new Emit(decision.about(message));
        } catch (Rejection rejection) {
            return rejection.verdict();
        }
    }

    /// The verdict as JSON. Documents are rarely longer than the message they are made of.
    default JsonWriter written(int messageLength) {
        return new JsonWriter(messageLength + ROOM_FOR_MORE).value(this);
    }

    record Emit(Emission emission) implements Verdict {
        @Override
        public void writeTo(JsonWriter json) {
            json.openObject()
                    .field("emit")
                    .openList()
                    .value(emission)
                    .closeList()
                    .closeObject();
        }
    }

    record Reject(String reason, Optional<RawJson> shown) implements Verdict {
        @Override
        public void writeTo(JsonWriter json) {
            json.openObject().field("reject");
            shown.ifPresentOrElse(value -> json.text(reason, value), () -> json.text(reason));
            json.closeObject();
        }
    }
}
