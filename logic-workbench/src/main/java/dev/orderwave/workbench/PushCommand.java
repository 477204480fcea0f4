package dev.orderwave.workbench;

import dev.orderwave.conformance.Role;
import dev.orderwave.modules.ModuleStore;
import dev.orderwave.modules.ModuleStoreConfig;
import dev.orderwave.modules.OciReference;
import dev.orderwave.modules.SigningKey;
import dev.orderwave.wasm.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `logic push`: ships a module to a registry. One that no service would load is not shipped.
@Command(
        name = "push",
        description = "Stores a module in an OCI registry, with the credentials of 'docker login'.",
        mixinStandardHelpOptions = true)
final class PushCommand implements Runnable {

    private static final String TITLE = "org.opencontainers.image.title";

    @Parameters(paramLabel = "MODULE.wasm", description = "A file, or oci://HOST/REPOSITORY:TAG.")
    private String reference = "";

    @Parameters(paramLabel = "oci://HOST/REPOSITORY:TAG", description = "Where to.")
    private String target = "";

    @Option(names = "--sign", paramLabel = "KEY.pem", description = "Also sign it by this private key (ECDSA, P-256).")
    private @Nullable Path key;

    @Option(names = "--plain-http", description = "Speak to the registry without TLS; one on this machine always is.")
    private boolean plainHttp;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final ModuleStoreConfig store;

    PushCommand(ModuleStoreConfig store) {
        this.store = store;
    }

    @Override
    public void run() {
        var destination = OciReference.parse(target);
        var module = NamedModule.find(reference, store);
        module.load(Sandbox.granting(Role.allOutputs()));

        var config = plainHttp ? store.withPlainHttp(destination.registry()) : store;
        var pinned = push(new ModuleStore(config), module, destination);

        var out = spec.commandLine().getOut();
        out.println(module.description());
        out.println("pushed to %s%nwhich is    %s".formatted(destination, pinned));
    }

    private OciReference push(ModuleStore registry, NamedModule module, OciReference destination) {
        var annotations = Map.of(TITLE, module.name());
        return key == null
                ? registry.push(module.wasm(), destination, annotations)
                : registry.push(module.wasm(), destination, annotations, signingKey(key));
    }

    private static SigningKey signingKey(Path pem) {
        try {
            return SigningKey.parse(Files.readString(pem));
        } catch (IOException e) {
            throw new WorkbenchException("cannot read the key %s; name a private key in PEM".formatted(pem));
        }
    }
}
