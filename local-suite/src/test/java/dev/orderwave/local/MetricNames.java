package dev.orderwave.local;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Metrics and the labels that each has: those that programs tell, or those that a query of Prometheus asks for.
///
/// @param labels by the metric's name
record MetricNames(Map<String, Set<String>> labels) {
    private static final Pattern TOLD = Pattern.compile("^(\\w+)(\\{.*})? \\S+$", Pattern.MULTILINE);
    private static final Pattern ASKED =
            Pattern.compile("\\b((?:orderwave|dapr|keda|process|system)[_:][\\w:]+)(\\{[^}]*})?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)\\s*\"");
    private static final Pattern GROUPED = Pattern.compile("\\b(?:by|on) \\(([^)]*)\\)");

    /// @param exposition as `/metrics` answers
    static MetricNames told(String exposition) {
        return TOLD.matcher(exposition)
                .results()
                .map(line -> new MetricNames(Map.of(line.group(1), names(line.group(2)))))
                .reduce(new MetricNames(Map.of()), MetricNames::and);
    }

    /// The labels that a query groups by belong to one of its metrics at least; where it has only one, to that.
    static MetricNames asked(String query) {
        var metrics = ASKED.matcher(query)
                .results()
                .map(metric -> new MetricNames(Map.of(metric.group(1), names(metric.group(2)))))
                .reduce(new MetricNames(Map.of()), MetricNames::and);
        if (metrics.labels.size() != 1) {
            return metrics;
        }
        return metrics.and(
                new MetricNames(Map.of(metrics.labels.keySet().iterator().next(), grouped(query))));
    }

    /// What a rule records: of the labels, those that its query groups by.
    static MetricNames recorded(String metric, String query) {
        return new MetricNames(Map.of(metric, grouped(query)));
    }

    MetricNames and(MetricNames others) {
        var all = new HashMap<>(labels);
        others.labels.forEach((metric, more) -> all.merge(metric, more, MetricNames::union));
        return new MetricNames(all);
    }

    /// What is asked for here and not told there, as `metric` or `metric{label}`.
    ///
    /// @param added labels that Prometheus adds to every metric
    List<String> missingIn(MetricNames told, Set<String> added) {
        return labels.entrySet().stream()
                .flatMap(asked -> told.labels.containsKey(asked.getKey())
                        ? asked.getValue().stream()
                                .filter(label -> !added.contains(label)
                                        && !told.labels.get(asked.getKey()).contains(label))
                                .map(label -> "%s{%s}".formatted(asked.getKey(), label))
                        : Stream.of(asked.getKey()))
                .toList();
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    private static Set<String> grouped(String query) {
        return GROUPED.matcher(query)
                .results()
                .flatMap(group -> Stream.of(group.group(1).split(",\\s*")))
                .collect(Collectors.toSet());
    }

    private static Set<String> names(String selector) {
        return LABEL.matcher(String.valueOf(selector))
                .results()
                .map(label -> label.group(1))
                .collect(Collectors.toSet());
    }
}
