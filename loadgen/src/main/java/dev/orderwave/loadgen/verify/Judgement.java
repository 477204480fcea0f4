package dev.orderwave.loadgen.verify;

import dev.orderwave.loadgen.result.Latency;
import dev.orderwave.loadgen.verify.Evidence.Arrival;
import dev.orderwave.loadgen.verify.Evidence.Corrupted;
import dev.orderwave.loadgen.verify.Evidence.Ending;
import dev.orderwave.loadgen.verify.Evidence.Intact;
import dev.orderwave.loadgen.verify.Evidence.Misrouted;
import dev.orderwave.loadgen.verify.Evidence.Rejected;
import dev.orderwave.loadgen.verify.Evidence.Unexpected;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Weighs the evidence. Pure, so every verdict is tested without storage.
record Judgement(Wave wave, List<Evidence> evidence, Optional<Punctuality> punctuality) {

    WaveVerification verdict() {
        var endings =
                all(Ending.class).collect(Collectors.groupingBy(Ending::orderId, TreeMap::new, Collectors.toList()));
        punctuality.ifPresent(times ->
                endings.values().forEach(several -> firstArrival(several).ifPresent(times::came)));
        return new WaveVerification(
                wave.orders().size(),
                intact(endings),
                lost(endings),
                duplicated(endings),
                each(Misrouted.class, it -> finding(it.orderId(), "should not be in " + it.blob())),
                each(Corrupted.class, it -> finding(it.orderId(), "in " + it.blob() + " " + it.difference())),
                each(Rejected.class, it -> finding(it.orderId(), it.reason())),
                each(Unexpected.class, it -> new Finding(it.blob(), it.reason())),
                punctuality.map(Punctuality::late).orElseGet(() -> Findings.of(List.of())),
                punctuality.map(Punctuality::latencies).orElseGet(Map::<String, Latency>of));
    }

    private static Optional<Arrival> firstArrival(List<Ending> endings) {
        return endings.stream()
                .filter(Arrival.class::isInstance)
                .map(Arrival.class::cast)
                .min(Comparator.comparing(Arrival::at));
    }

    private static int intact(Map<Integer, List<Ending>> endings) {
        return Math.toIntExact(endings.values().stream()
                .filter(several -> several.size() == 1 && several.getFirst() instanceof Intact)
                .count());
    }

    private Findings lost(Map<Integer, List<Ending>> endings) {
        return Findings.of(wave.orderIds().stream()
                .filter(orderId -> !endings.containsKey(orderId))
                .map(orderId -> finding(orderId, "no blob and no rejection"))
                .toList());
    }

    private static Findings duplicated(Map<Integer, List<Ending>> endings) {
        return Findings.of(endings.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> finding(entry.getKey(), "ended as " + blobs(entry.getValue())))
                .toList());
    }

    private static String blobs(List<Ending> endings) {
        return endings.stream().map(Ending::blob).sorted().collect(Collectors.joining(" and "));
    }

    private <E extends Evidence> Findings each(Class<E> kind, Function<E, Finding> finding) {
        return Findings.of(all(kind).map(finding).toList());
    }

    private <E extends Evidence> Stream<E> all(Class<E> kind) {
        return evidence.stream().filter(kind::isInstance).map(kind::cast);
    }

    private static Finding finding(int orderId, String detail) {
        return new Finding("order " + orderId, detail);
    }
}
