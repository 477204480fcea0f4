package dev.orderwave.benchmarks.logic;

import dev.orderwave.benchmarks.logic.Column.Engine;
import dev.orderwave.benchmarks.logic.Column.Instances;
import dev.orderwave.benchmarks.logic.Contestant.Yardstick;
import dev.orderwave.benchmarks.logic.JvmYardstick.Compilers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Everybody who routes the orders.
///
/// @param wasmtime the program of `benchmarks/wasmtime`, if it was built
record Contest(Path root, Orders orders, Optional<Path> wasmtime) {

    private static final String PLAIN_JAVASCRIPT = "-";

    List<Contestant> contestants(List<Language> languages) {
        var all = new ArrayList<Contestant>();
        for (var language : languages) {
            for (var column : Column.all()) {
                inWasm(column, language.router())
                        .ifPresent(yardstick -> all.add(new Contestant(language.name(), column, yardstick)));
            }
        }
        all.addAll(withVerdicts(languages.getFirst()));
        all.addAll(withoutWasm());
        return all;
    }

    private Optional<Yardstick> inWasm(Column column, Path module) {
        var name = module.toString();
        return switch (column.engine()) {
            case ORDERWAVE, ORDERWAVE_C1 ->
                Optional.of(jvm(
                        column,
                        WasmRouter.class,
                        Map.of("module", name, "call", column.instances().name())));
            case WASMTIME -> wasmtime.map(program -> program(List.of(program.toString()), name, column));
            case V8 -> Optional.of(node(name, column));
        };
    }

    /// All that a service does. Shown for one language: reading a verdict costs the same whatever wrote it.
    private List<Contestant> withVerdicts(Language language) {
        return Column.all().stream()
                .filter(column -> column.engine().isOurs() && column.instances() != Instances.POOLED)
                .map(column -> new Contestant(
                        language.name() + ", verdict read",
                        column,
                        jvm(
                                column,
                                WasmRouter.class,
                                Map.of(
                                        "module",
                                        language.router().toString(),
                                        "call",
                                        column.instances() + "_VERDICT"))))
                .toList();
    }

    private List<Contestant> withoutWasm() {
        var all = new ArrayList<Contestant>();
        for (var engine : List.of(Engine.ORDERWAVE, Engine.ORDERWAVE_C1)) {
            var column = new Column(engine, Instances.POOLED);
            for (var reader : PlainRouter.Reader.values()) {
                var row = "no Wasm: Jackson " + reader.name().toLowerCase(Locale.ROOT);
                all.add(new Contestant(row, column, jvm(column, PlainRouter.class, Map.of("reader", reader.name()))));
            }
        }
        var v8 = new Column(Engine.V8, Instances.POOLED);
        all.add(new Contestant("no Wasm: JSON.parse", v8, node(PLAIN_JAVASCRIPT, v8)));
        return all;
    }

    private Yardstick jvm(Column column, Class<?> benchmark, Map<String, String> parameters) {
        var compilers = column.engine() == Engine.ORDERWAVE_C1 ? Compilers.C1 : Compilers.ALL;
        return new JvmYardstick(root, compilers, orders, benchmark, parameters);
    }

    private Yardstick node(String module, Column column) {
        var script = root.resolve("benchmarks/v8/yardstick.js").toString();
        return program(List.of("node", script), module, column);
    }

    private Yardstick program(List<String> start, String module, Column column) {
        var command = new ArrayList<>(start);
        command.addAll(List.of(
                module,
                orders.messages().toString(),
                orders.verdicts().toString(),
                column.instances().word()));
        return new ProgramYardstick(command);
    }
}
