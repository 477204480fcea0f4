package dev.orderwave.build;

import dev.orderwave.guest.Guest;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.teavm.diagnostics.DefaultProblemTextConsumer;
import org.teavm.diagnostics.Problem;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.tooling.TeaVMToolException;
import org.teavm.vm.TeaVMOptimizationLevel;

/// Compiles modules to WebAssembly. The arguments: a folder to write to, and the modules' names, separated by spaces.
///
/// The module `order-router` is the class `OrderRouter` in `dev.orderwave.modules`.
public final class BuildModules {

    private static final String PACKAGE = "dev.orderwave.modules.";

    /// What is constant, the stack and this fit into one page of 64 KiB: the host then never has to make an instance
    /// larger for an order of a few kilobytes.
    private static final int MIN_HEAP = 20 << 10;

    /// With what is constant, a little less than the 16 MiB that the host allows.
    private static final int MAX_HEAP = 12 << 20;

    private final File folder;

    private BuildModules(File folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws TeaVMToolException {
        var build = new BuildModules(new File(arguments[0]));
        for (var module : arguments[1].split(" ")) {
            build.compile(module);
        }
    }

    private void compile(String module) throws TeaVMToolException {
        var tool = new TeaVMTool();
        tool.setClassLoader(getClass().getClassLoader());
        tool.setMainClass(Guest.class.getName());
        tool.getClassesToPreserve().add(PACKAGE + className(module));
        transformers().forEach(transformer -> tool.getTransformers().add(transformer.getName()));
        tool.setTargetType(TeaVMTargetType.WEBASSEMBLY_WASI);
        // More of it makes functions so large that HotSpot would interpret them for ever.
        tool.setOptimizationLevel(TeaVMOptimizationLevel.ADVANCED);
        // Without names of methods and files, which nobody would see.
        tool.setObfuscated(true);
        tool.setMinHeapSize(MIN_HEAP);
        tool.setMaxHeapSize(MAX_HEAP);
        tool.setTargetDirectory(folder);
        tool.setTargetFileName(module + ".wasm");
        tool.generate();
        requireNone(tool.getProblemProvider().getProblems(), module);
    }

    private static String className(String module) {
        return Arrays.stream(module.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    private static List<Class<? extends ClassHolderTransformer>> transformers() {
        return List.of(ImportNothing.class, UseOwnHeap.class, SmallStack.class);
    }

    private static void requireNone(List<Problem> problems, String module) throws TeaVMToolException {
        if (!problems.isEmpty()) {
            var texts = problems.stream().map(BuildModules::text).toList();
            throw new TeaVMToolException(module + " cannot be compiled: " + String.join("; ", texts));
        }
    }

    private static String text(Problem problem) {
        var text = new DefaultProblemTextConsumer();
        problem.render(text);
        return text.getText() + " at " + problem.getLocation();
    }
}
