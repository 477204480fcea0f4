package dev.orderwave.ledger.cli;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.orderwave.ledger.Account;
import dev.orderwave.ledger.Audit;
import dev.orderwave.ledger.LedgerException;
import dev.orderwave.ledger.Trace;
import java.io.IOException;
import java.nio.file.Path;

/// An audit for a program: the counts, the places, and every order that is not delivered.
final class AuditJson {

    private AuditJson() {}

    /// @throws LedgerException if the file cannot be written
    static void write(Audit audit, Path file) {
        try (var json = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            json.writeNumberField("orders", audit.wave().size());
            json.writeBooleanField("clean", audit.isClean());
            json.writeNumberField("looks", audit.looks());
            json.writeObjectFieldStart("standings");
            for (var count : audit.counts().entrySet()) {
                json.writeNumberField(count.getKey().words(), count.getValue());
            }
            json.writeEndObject();
            json.writeObjectFieldStart("places");
            for (var place : Audit.places(audit.accounts()).entrySet()) {
                json.writeNumberField(place.getKey(), place.getValue());
            }
            json.writeEndObject();
            json.writeArrayFieldStart("named");
            for (var account : audit.worthNaming()) {
                write(account, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new LedgerException("the audit cannot be written to %s (%s)".formatted(file, e.getMessage()));
        }
    }

    private static void write(Account account, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", account.id());
        json.writeBooleanField("ofWave", account.ofWave());
        json.writeStringField("standing", account.standing().words());
        json.writeArrayFieldStart("traces");
        for (var trace : account.traces()) {
            write(trace, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(Trace trace, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("place", trace.place());
        switch (trace) {
            case Trace.Queued queued -> {
                json.writeStringField("state", queued.state().words());
                json.writeNumberField("sequenceNumber", queued.sequenceNumber());
                json.writeNumberField("deliveries", queued.deliveries());
            }
            case Trace.DeadLettered dead -> {
                json.writeStringField("reason", dead.reason());
                json.writeNumberField("sequenceNumber", dead.sequenceNumber());
                json.writeNumberField("deliveries", dead.deliveries());
            }
            case Trace.Rejected rejected -> json.writeStringField("blob", rejected.blob());
            case Trace.Delivered delivered -> json.writeStringField("blob", delivered.blob());
        }
        json.writeEndObject();
    }
}
