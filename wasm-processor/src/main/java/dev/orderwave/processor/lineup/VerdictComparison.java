package dev.orderwave.processor.lineup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderwave.wasm.Emission;
import dev.orderwave.wasm.Verdict;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Whether two verdicts mean the same. Documents are compared as JSON, and without the field `module`: by contract it
/// says which module made the document, in which two modules always differ. Two rejections are the same whatever their
/// words: these are for people, and parsers find different ones.
final class VerdictComparison {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MAKER = "module";

    private VerdictComparison() {}

    static boolean isSame(Verdict one, Verdict other) {
        return switch (one) {
            case Verdict.Reject _ -> other instanceof Verdict.Reject;
            case Verdict.Emit(var emissions) -> other instanceof Verdict.Emit(var others) && isSame(emissions, others);
        };
    }

    private static boolean isSame(List<Emission> some, List<Emission> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            if (!isSame(some.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(Emission one, Emission other) {
        return one.to().equals(other.to())
                && one.metadata().equals(other.metadata())
                && isSameData(one.data(), other.data());
    }

    private static boolean isSameData(Optional<byte[]> one, Optional<byte[]> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() && other.isEmpty();
        }
        return Arrays.equals(one.get(), other.get()) || document(one.get()).equals(document(other.get()));
    }

    private static JsonNode document(byte[] data) {
        try {
            var document = JSON.readTree(data);
            if (document instanceof ObjectNode object) {
                object.remove(MAKER);
            }
            return document;
        } catch (IOException e) {
            throw new IllegalStateException("a verdict's data was read as JSON before", e);
        }
    }
}
