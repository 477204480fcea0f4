package dev.orderwave.workbench;

import dev.orderwave.conformance.Role;
import dev.orderwave.conformance.VerdictJson;
import dev.orderwave.modules.ModuleStoreConfig;
import dev.orderwave.wasm.Limits;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `logic run`: what a module says about one order, and what that cost.
@Command(
        name = "run",
        description = "Prints a module's verdict on one order and what it cost.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Runnable {

    private static final int CALLS = 500;
    private static final Path STANDARD_INPUT = Path.of("-");

    @Parameters(paramLabel = "MODULE.wasm", description = "A file, or oci://HOST/REPOSITORY:TAG.")
    private String reference = "";

    @Parameters(paramLabel = "ORDER.json", description = "The order; - for standard input.")
    private Path orderFile = Path.of("");

    @Mixin
    private SandboxOptions options = new SandboxOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final ModuleStoreConfig store;

    RunCommand(ModuleStoreConfig store) {
        this.store = store;
    }

    @Override
    public void run() {
        var module = NamedModule.find(reference, store);
        var order = order();

        var load = timed(() -> module.load(options.granting(Role.allOutputs())));
        var guest = load.result();
        var first = timed(() -> guest.handle(order));
        var cost = CallCost.measure(guest, order, CALLS);

        var out = spec.commandLine().getOut();
        out.println(VerdictJson.pretty(first.result()));
        out.println();
        out.println(module.description());
        line(out, "load", load.time(), "admitted, compiled and started once");
        line(out, "first call", first.time(), "the JVM has yet to compile what it runs");
        line(out, "call", cost.median(), "median of the next %,d, %s".formatted(cost.calls(), options.inWords()));
        out.println("pages       %-8d  of 64 KiB at the start, %d at most"
                .formatted(WasmOutline.of(module.wasm()).pages(), Limits.DEFAULT.maxMemoryPages()));
    }

    private byte[] order() {
        try {
            return orderFile.equals(STANDARD_INPUT) ? System.in.readAllBytes() : Files.readAllBytes(orderFile);
        } catch (NoSuchFileException e) {
            throw new WorkbenchException(
                    orderFile + " is not there; name a file with an order, or - for standard input");
        } catch (IOException e) {
            throw new WorkbenchException("cannot read %s: %s".formatted(orderFile, e.getMessage()));
        }
    }

    private static void line(PrintWriter out, String what, Duration time, String remark) {
        out.println("%-10s  %-8s  %s".formatted(what, Times.inWords(time), remark));
    }

    private record Timed<T>(T result, Duration time) {}

    private static <T> Timed<T> timed(Supplier<T> work) {
        var start = System.nanoTime();
        var result = work.get();
        return new Timed<>(result, Duration.ofNanos(System.nanoTime() - start));
    }
}
