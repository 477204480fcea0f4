package dev.orderwave.wasm;

import static com.fasterxml.jackson.core.JsonToken.END_ARRAY;
import static com.fasterxml.jackson.core.JsonToken.END_OBJECT;
import static com.fasterxml.jackson.core.JsonToken.START_ARRAY;
import static com.fasterxml.jackson.core.JsonToken.START_OBJECT;
import static com.fasterxml.jackson.core.JsonToken.VALUE_STRING;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads what a module returned: one object with either `emit` or `reject`, and nothing this host would have to guess.
///
/// `data` is cut out of the text, not parsed and written again: what the module wrote is what is sent.
final class VerdictReader {

    private static final int LONGEST_NAME = 1_000;

    /// It is the module that chooses the text. So no name is interned, which would keep it in the JVM for ever; none
    /// is long, because the parser remembers 6,000 of them; and what looks like another encoding than UTF-8 is not
    /// taken for it.
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNameLength(LONGEST_NAME).build())
            .build();

    private static final int MOST_EMISSIONS = 16;
    private static final int MOST_METADATA = 100;
    private static final int EXCERPT_BYTES = 80;

    private final ModuleInfo module;
    private final Set<String> outputs;

    VerdictReader(ModuleInfo module, Set<String> outputs) {
        this.module = module;
        this.outputs = outputs;
    }

    Verdict read(byte[] text) {
        try (var json = JSON.createParser(text)) {
            expect(START_OBJECT, json.nextToken(), "a verdict is an object");
            var field = nextField(json);
            var verdict = switch (field) {
                case "emit" -> new Verdict.Emit(emissions(json, text));
                case "reject" -> new Verdict.Reject(reason(json));
                default -> throw new BadVerdict("a verdict has emit or reject, not " + field);
            };
            expect(END_OBJECT, json.nextToken(), "a verdict has one of emit and reject, and no more");
            if (json.nextToken() != null) {
                throw new BadVerdict("there is more text after the verdict");
            }
            return verdict;
        } catch (GuestException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw GuestException.notHandled(
                    module, GuestFault.BAD_VERDICT, problem(e) + ", in a verdict that starts with " + excerpt(text));
        }
    }

    private List<Emission> emissions(JsonParser json, byte[] text) throws IOException {
        expect(START_ARRAY, json.nextToken(), "emit is a list");
        var emissions = new ArrayList<Emission>();
        while (json.nextToken() != END_ARRAY) {
            if (emissions.size() == MOST_EMISSIONS) {
                throw new BadVerdict("emit has more than " + MOST_EMISSIONS + " entries");
            }
            emissions.add(emission(json, text));
        }
        return emissions;
    }

    private Emission emission(JsonParser json, byte[] text) throws IOException {
        expect(START_OBJECT, json.currentToken(), "an entry of emit is an object");
        Optional<String> to = Optional.empty();
        Optional<Map<String, String>> metadata = Optional.empty();
        Optional<byte[]> data = Optional.empty();
        while (json.nextToken() != END_OBJECT) {
            var field = json.currentName();
            switch (field) {
                case "to" -> to = once(field, to, granted(string(json, field)));
                case "metadata" -> metadata = once(field, metadata, metadata(json));
                case "data" -> data = once(field, data, slice(json, text));
                default -> throw new BadVerdict("an entry of emit has to, metadata and data, not " + field);
            }
        }
        return new Emission(
                to.orElseThrow(() -> new BadVerdict("an entry of emit lacks to")), metadata.orElse(Map.of()), data);
    }

    private Map<String, String> metadata(JsonParser json) throws IOException {
        expect(START_OBJECT, json.nextToken(), "metadata is an object");
        var metadata = new LinkedHashMap<String, String>();
        while (json.nextToken() != END_OBJECT) {
            if (metadata.size() == MOST_METADATA) {
                throw new BadVerdict("metadata has more than " + MOST_METADATA + " entries");
            }
            var name = json.currentName();
            var value = json.nextToken();
            if (!value.isScalarValue() || value == JsonToken.VALUE_NULL) {
                throw new BadVerdict("metadata " + name + " is text, a number or a boolean");
            }
            if (metadata.put(name, json.getText()) != null) {
                throw new BadVerdict("metadata " + name + " is there twice");
            }
        }
        return metadata;
    }

    /// The bytes of the next value as they stand in the text.
    private static byte[] slice(JsonParser json, byte[] text) throws IOException {
        json.nextToken();
        var start = json.currentTokenLocation().getByteOffset();
        json.skipChildren();
        json.finishToken();
        var end = json.currentLocation().getByteOffset();
        return Arrays.copyOfRange(text, Math.toIntExact(start), Math.toIntExact(end));
    }

    private String granted(String output) {
        if (!outputs.contains(output)) {
            throw GuestException.notHandled(
                    module, GuestFault.OUTPUT_DENIED, "it names the output " + output + ", granted are " + outputs);
        }
        return output;
    }

    private static String reason(JsonParser json) throws IOException {
        return string(json, "reject");
    }

    private static String string(JsonParser json, String field) throws IOException {
        if (json.nextToken() != VALUE_STRING) {
            throw new BadVerdict(field + " is text");
        }
        return json.getText();
    }

    private static String nextField(JsonParser json) throws IOException {
        var field = json.nextFieldName();
        if (field == null) {
            throw new BadVerdict("a verdict has emit or reject, this one is empty");
        }
        return field;
    }

    private static <T> Optional<T> once(String field, Optional<T> before, T value) {
        if (before.isPresent()) {
            throw new BadVerdict("an entry of emit has " + field + " twice");
        }
        return Optional.of(value);
    }

    private static void expect(JsonToken expected, JsonToken found, String rule) {
        if (found != expected) {
            throw new BadVerdict(rule);
        }
    }

    private static String problem(Exception e) {
        return e instanceof JsonProcessingException malformed
                ? malformed.getOriginalMessage()
                : String.valueOf(e.getMessage());
    }

    private static String excerpt(byte[] text) {
        return new String(text, 0, Math.min(text.length, EXCERPT_BYTES), StandardCharsets.UTF_8);
    }

    /// Carries a broken rule to [#read], which knows the module and the text.
    private static final class BadVerdict extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BadVerdict(String rule) {
            super(rule, null, false, false);
        }
    }
}
