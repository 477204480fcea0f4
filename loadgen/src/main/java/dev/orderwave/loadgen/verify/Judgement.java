package dev.orderwave.loadgen.verify;

import dev.orderwave.loadgen.order.Order;
import dev.orderwave.loadgen.verify.Evidence.Corrupted;
import dev.orderwave.loadgen.verify.Evidence.Ending;
import dev.orderwave.loadgen.verify.Evidence.Misrouted;
import dev.orderwave.loadgen.verify.Evidence.Rejected;
import dev.orderwave.loadgen.verify.Evidence.Unexpected;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Weighs the evidence. Pure, so every verdict is tested without storage.
record Judgement(Wave wave, List<Evidence> evidence) {

    WaveVerification verdict() {
        var endings = all(Ending.class)
                .collect(Collectors.groupingBy(ending -> ending.order().orderId(), TreeMap::new, Collectors.toList()));
        return new WaveVerification(
                wave.orders().size(),
                lost(endings),
                duplicated(endings),
                each(Misrouted.class, it -> finding(it.order(), "should not be in " + it.blob())),
                each(Corrupted.class, it -> finding(it.order(), "in " + it.blob() + " " + it.difference())),
                each(Rejected.class, it -> finding(it.order(), it.reason())),
                each(Unexpected.class, it -> new Finding(it.blob(), it.reason())));
    }

    private Findings lost(Map<Integer, List<Ending>> endings) {
        return Findings.of(wave.orders().values().stream()
                .filter(order -> !endings.containsKey(order.orderId()))
                .map(order -> finding(order, "no blob and no rejection"))
                .toList());
    }

    private static Findings duplicated(Map<Integer, List<Ending>> endings) {
        return Findings.of(endings.values().stream()
                .filter(several -> several.size() > 1)
                .map(several -> finding(several.getFirst().order(), "ended as " + blobs(several)))
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

    private static Finding finding(Order order, String detail) {
        return new Finding("order " + order.orderId(), detail);
    }
}
