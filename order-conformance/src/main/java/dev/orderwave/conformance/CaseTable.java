package dev.orderwave.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;

/// Reads a table of messages and verdicts. A message stands there as JSON, or as text if its spelling matters.
final class CaseTable {

    private CaseTable() {}

    static List<Case> of(Role role) {
        var resource = "/conformance/" + role.roleName() + ".json";
        try (var table = CaseTable.class.getResourceAsStream(resource)) {
            return StreamSupport.stream(VerdictJson.JSON.readTree(table).spliterator(), false)
                    .map(row -> new Case(row.required("case").textValue(), message(row), expected(row)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    private static byte[] message(JsonNode row) {
        var text = row.has("text")
                ? row.get("text").textValue()
                : row.required("message").toString();
        return text.getBytes(UTF_8);
    }

    private static Expected expected(JsonNode row) {
        var verdict = row.required("verdict");
        if (verdict.has("reject")) {
            return new Expected.RejectsWith(verdict.get("reject").textValue());
        }
        if (verdict.has("rejectStartsWith")) {
            return new Expected.RejectsStartingWith(
                    verdict.get("rejectStartsWith").textValue());
        }
        return new Expected.Emits(verdict);
    }
}
