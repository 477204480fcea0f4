package dev.orderwave.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderwave.wasm.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.TreeMap;

/// Verdicts as JSON, the way a module writes them.
public final class VerdictJson {

    /// Numbers are compared as they are written, not as a double would round them.
    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private VerdictJson() {}

    public static ObjectNode of(Verdict verdict) {
        var json = JSON.createObjectNode();
        switch (verdict) {
            case Verdict.Reject(var reason) -> json.put("reject", reason);
            case Verdict.Emit(var emissions) -> {
                var emit = json.putArray("emit");
                for (var emission : emissions) {
                    var entry = emit.addObject().put("to", emission.to());
                    new TreeMap<>(emission.metadata()).forEach(entry.putObject("metadata")::put);
                    emission.data().ifPresent(data -> entry.set("data", parsed(data)));
                }
            }
        }
        return json;
    }

    /// A verdict on several lines, for people.
    public static String pretty(Verdict verdict) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(of(verdict));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a tree of JSON can be written", e);
        }
    }

    private static JsonNode parsed(byte[] data) {
        try {
            return JSON.readTree(data);
        } catch (IOException e) {
            throw new UncheckedIOException("the host has read this data as JSON before", e);
        }
    }
}
