package dev.orderwave.benchmarks.logic;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A column of the table: what runs a module, and where the instance for an order comes from.
record Column(Engine engine, Instances instances) {

    static List<Column> all() {
        return Arrays.stream(Engine.values())
                .flatMap(engine -> engine.instances.stream().map(instances -> new Column(engine, instances)))
                .toList();
    }

    @Override
    public String toString() {
        return engine.title + " " + instances.word();
    }

    /// What runs a module. Code without WebAssembly stands in the column `pooled` of the engine that runs it.
    enum Engine {
        ORDERWAVE("Orderwave", Instances.values()),
        /// In a JVM without its optimizing compiler, as the services run.
        ORDERWAVE_C1("C1 only", Instances.values()),
        WASMTIME("wasmtime", Instances.POOLED, Instances.FRESH),
        V8("V8", Instances.POOLED, Instances.FRESH);

        private final String title;
        private final List<Instances> instances;

        Engine(String title, Instances... instances) {
            this.title = title;
            this.instances = List.of(instances);
        }

        /// Whether it is our host, in one JVM or another.
        boolean isOurs() {
            return this == ORDERWAVE || this == ORDERWAVE_C1;
        }
    }

    /// Where the instance for an order comes from.
    enum Instances {
        /// One for all orders: no isolation.
        POOLED,
        /// One that is put back after each order.
        SNAPSHOT,
        /// A new one for each order.
        FRESH;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
