package dev.orderwave.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The services of this checkout.
///
/// Each has an AOT cache beside its jars: what its JVM learnt in an earlier run, loaded classes and method profiles
/// (JEP 483, 514 and 515). With it a service is up sooner and compiles less while the first orders arrive. The JVM
/// leaves a cache aside that does not fit its jars.
public final class JavaServices implements ServiceProgram {
    private final Checkout checkout;
    private final Function<Path, List<String>> aotOptions;

    private JavaServices(Checkout checkout, Function<Path, List<String>> aotOptions) {
        this.checkout = checkout;
        this.aotOptions = aotOptions;
    }

    /// As they are meant to run.
    public static JavaServices ofThisCheckout() {
        return new JavaServices(
                Checkout.find(), cache -> Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.of());
    }

    /// Such that each writes its AOT cache when it ends in good order.
    static JavaServices inTraining() {
        return new JavaServices(Checkout.find(), cache -> List.of("-XX:AOTCacheOutput=" + cache));
    }

    /// @throws IllegalStateException if the service was not built
    @Override
    public List<String> command(App app) {
        var jar = checkout.serviceJar(app);
        var command = new ArrayList<>(List.of(Java.executable(), "@" + checkout.serviceJvmOptions()));
        command.addAll(aotOptions.apply(jar.resolveSibling("service.aot")));
        command.addAll(List.of("-jar", jar.toString()));
        return List.copyOf(command);
    }
}
