package dev.orderwave.loadgen.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orderwave.loadgen.latency.Clocks;
import dev.orderwave.loadgen.result.Latency;
import dev.orderwave.loadgen.verify.Findings;
import dev.orderwave.loadgen.verify.WaveVerification;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.TreeMap;

/// What `loadgen verify` prints.
///
/// @param clocks those that latencies were measured by; empty if none were
record VerificationReport(WaveVerification verification, Optional<Clocks> clocks) {

    String table() {
        var table = new StringBuilder();
        table.append("%-10s %d%n".formatted("orders", verification.orders()));
        table.append("%-10s %d%n".formatted("intact", verification.intact()));
        append(table, "lost", verification.lost());
        append(table, "duplicated", verification.duplicated());
        append(table, "misrouted", verification.misrouted());
        append(table, "corrupted", verification.corrupted());
        append(table, "rejected", verification.rejected());
        append(table, "late", verification.late());
        append(table, "unexpected", verification.unexpected());
        if (!verification.latencies().isEmpty()) {
            table.append(latencies());
        }
        clocks.ifPresent(known -> table.append("clocks     %s%n".formatted(known)));
        return table.append(verification.isClean() ? "clean" : "NOT CLEAN")
                .append(System.lineSeparator())
                .toString();
    }

    String json() {
        try {
            return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(verification)
                    + System.lineSeparator();
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void append(StringBuilder table, String what, Findings findings) {
        table.append("%-10s %d%n".formatted(what, findings.count()));
        findings.examples().forEach(finding -> table.append("           %s%n".formatted(finding)));
    }

    private String latencies() {
        var rows = new StringBuilder("%-10s %8s %8s %8s %8s %8s %8s   seconds from due time to blob%n"
                .formatted("latency", "p50", "p90", "p95", "p99", "p99.9", "max"));
        new TreeMap<>(verification.latencies()).forEach((orders, latency) -> rows.append(row(orders, latency)));
        return rows.toString();
    }

    private static String row(String orders, Latency latency) {
        return "%-10s %8.1f %8.1f %8.1f %8.1f %8.1f %8.1f   at most; in truth up to %.1f less%n"
                .formatted(
                        orders,
                        latency.p50Ms() / 1000.0,
                        latency.p90Ms() / 1000.0,
                        latency.p95Ms() / 1000.0,
                        latency.p99Ms() / 1000.0,
                        latency.p999Ms() / 1000.0,
                        latency.maxMs() / 1000.0,
                        latency.resolutionMs() / 1000.0);
    }
}
