package dev.orderwave.loadgen.report;

import dev.orderwave.loadgen.result.Cycle;
import dev.orderwave.loadgen.result.Latency;
import dev.orderwave.loadgen.result.Latency.Bucket;
import dev.orderwave.loadgen.result.Outcomes;
import dev.orderwave.loadgen.result.ProcessCost;
import dev.orderwave.loadgen.result.Sample;
import dev.orderwave.loadgen.result.Sample.Usage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// One burst through the local suite, which reads faster than it writes, so that the last queues fill and drain.
record ExampleCycle(SplittableRandom random, double ordersPerSecond, double serviceCpuSeconds) {

    static final int ORDERS = 10_000;

    private static final double STEP = 0.5;
    private static final List<String> SERVICES = List.of("distributor", "receiver-express", "receiver-standard");
    private static final List<String> INFRASTRUCTURE = List.of(
            "azurite", "local-servicebus", "daprd distributor", "daprd receiver-express", "daprd receiver-standard");

    Cycle cycle(Instant due) {
        var costs = costs();
        return new Cycle(
                due,
                seconds(),
                ordersPerSecond,
                new Outcomes(ORDERS, ORDERS, 0, 0, 0, 0, 0, 0, 0, 0),
                Map.of("all", latency(2), "express", latency(1), "standard", latency(1)),
                samples(costs),
                costs,
                List.of());
    }

    private double seconds() {
        return ORDERS / ordersPerSecond;
    }

    private Map<String, ProcessCost> costs() {
        var costs = new HashMap<String, ProcessCost>();
        SERVICES.forEach(process -> costs.put(process, cost(serviceCpuSeconds, 145)));
        INFRASTRUCTURE.forEach(process -> costs.put(process, cost(process.equals("azurite") ? 20 : 4.8, 108)));
        return costs;
    }

    private ProcessCost cost(double cpuSeconds, long rssMb) {
        return new ProcessCost(cpuSeconds * random.nextDouble(0.9, 1.1), rssMb + random.nextLong(20));
    }

    private List<Sample> samples(Map<String, ProcessCost> costs) {
        var samples = new ArrayList<Sample>();
        double distributed = 0;
        double express = 0;
        double standard = 0;
        for (double at = -1; at <= seconds() + 1; at += STEP) {
            double left = Math.max(seconds() - at, STEP) / STEP;
            if (at > 0.5) {
                distributed += Math.min(ORDERS - distributed, ordersPerSecond * 0.7 * random.nextDouble(0.6, 1.4));
            }
            if (at > 1) {
                express += Math.min(distributed / 2 - express, (5_000 - express) / left * random.nextDouble(0.6, 1.4));
                standard +=
                        Math.min(distributed / 2 - standard, (5_000 - standard) / left * random.nextDouble(0.6, 1.4));
            }
            if (at > seconds()) {
                express = 5_000;
                standard = 5_000;
            }
            samples.add(sample(at, Math.round(distributed), Math.round(express), Math.round(standard), costs));
        }
        return samples;
    }

    private Sample sample(double at, long distributed, long express, long standard, Map<String, ProcessCost> costs) {
        long due = at < 0 ? 0 : ORDERS;
        var processes = new HashMap<String, Usage>();
        double done = Math.clamp((at + 1) / (seconds() + 1), 0, 1);
        double busy = done - 0.06 * Math.sin(done * 12) * (1 - done);
        costs.forEach((process, cost) -> processes.put(
                process,
                new Usage(
                        0.6 + cost.cpuSeconds() * busy,
                        Math.round(cost.peakRssMb() * (1 - 0.5 * Math.exp(-5 * done))))));
        return new Sample(
                at,
                Map.of("due", due, "distributed", distributed, "express", express, "standard", standard),
                Map.of(
                        "q-order-ingress", Math.max(due - distributed, 0),
                        "q-order-express", distributed / 2 - express,
                        "q-order-standard", distributed / 2 - standard),
                processes);
    }

    /// Storage tells whole seconds.
    private Latency latency(int parts) {
        int last = (int) seconds();
        var buckets = new ArrayList<Bucket>();
        long left = 5_000L * parts;
        for (int second = 1; second <= last; second++) {
            long even = left / (last - second + 1);
            long count = second == last ? left : (long) (even * random.nextDouble(0.8, 1.2));
            buckets.add(new Bucket(second * 1_000L, count));
            left -= count;
        }
        long middle = last * 500L;
        return new Latency(
                5_000L * parts,
                middle,
                1_000,
                middle,
                last * 900L,
                last * 950L,
                last * 990L,
                last * 1_000L,
                last * 1_000L,
                1_000,
                buckets);
    }
}
