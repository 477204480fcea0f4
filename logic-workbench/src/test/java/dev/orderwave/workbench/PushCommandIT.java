package dev.orderwave.workbench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderwave.logic.OrderLogic;
import dev.orderwave.modules.ModuleStore;
import dev.orderwave.modules.ModuleStoreConfig;
import dev.orderwave.modules.ModuleStoreException;
import dev.orderwave.modules.OciReference;
import dev.orderwave.modules.VerificationKey;
import dev.orderwave.processes.FreePorts;
import dev.orderwave.processes.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pushes modules to a real registry.
class PushCommandIT {

    @TempDir
    private static Path work = Path.of("");

    private static Registry registry;

    @TempDir
    private Path folder = Path.of("");

    private Path module = Path.of("");

    @BeforeAll
    static void start() {
        registry = Registry.start(FreePorts.find(1).getFirst(), work);
    }

    @AfterAll
    static void stop() {
        registry.close();
    }

    @BeforeEach
    void a_module() throws IOException {
        module = Files.write(folder.resolve("mine.wasm"), OrderLogic.ORDER_ROUTER.wasm());
    }

    @Test
    void a_module_is_found_under_its_tag_and_under_the_digest_that_is_printed() {
        var target = reference("plain");

        var session = Session.of(config(), "push", module, target);

        assertThat(session.err()).isEmpty();
        assertThat(session.exitCode()).isZero();
        var fetched = store().fetch(target);
        assertThat(fetched.wasm()).isEqualTo(OrderLogic.ORDER_ROUTER.wasm());
        assertThat(session.out())
                .contains(target.toString(), fetched.pinned().orElseThrow().toString());
    }

    @Test
    void a_module_of_a_registry_is_tested_like_a_file() {
        var target = reference("tested");
        assertThat(Session.of(config(), "push", module, target).exitCode()).isZero();

        var session = Session.of(config(), "test", target, "--as", "order-router", "--per-call", 10_000);

        assertThat(session.out()).contains("mine: ", " passed, 0 failed");
    }

    @Test
    void a_signed_module_is_accepted_by_whoever_asks_for_the_signature() throws Exception {
        var keys = keys();
        var key = Files.writeString(folder.resolve("key.pem"), pem("PRIVATE KEY", keys.getPrivate()));
        var others = store(keys());

        var session = Session.of(config(), "push", module, reference("signed"), "--sign", key);

        assertThat(session.err()).isEmpty();
        assertThat(store(keys).fetch(reference("signed")).wasm()).isEqualTo(OrderLogic.ORDER_ROUTER.wasm());
        assertThatThrownBy(() -> others.fetch(reference("signed"))).isInstanceOf(ModuleStoreException.class);
    }

    @Test
    void a_module_that_no_service_would_load_is_not_pushed() throws IOException {
        Files.write(module, new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});

        var session = Session.of(config(), "push", module, reference("broken"));

        assertThat(session.err().lines()).singleElement().asString().contains("it has no memory");
        assertThat(session.exitCode()).isEqualTo(1);
        assertThatThrownBy(() -> store().fetch(reference("broken"))).isInstanceOf(ModuleStoreException.class);
    }

    @Test
    void a_reference_that_is_none_is_one_line() {
        var session = Session.of(config(), "push", module, "registry.example/team/mine");

        assertThat(session.err().lines())
                .singleElement()
                .asString()
                .contains("'registry.example/team/mine' is no module reference", "oci://host[:port]/repository:tag");
        assertThat(session.exitCode()).isEqualTo(1);
    }

    private static OciReference reference(String tag) {
        return OciReference.parse("oci://%s/team/mine:%s".formatted(registry.host(), tag));
    }

    private ModuleStore store() {
        return new ModuleStore(config());
    }

    private ModuleStore store(KeyPair signer) {
        return new ModuleStore(
                config().requiringSignatureBy(VerificationKey.parse(pem("PUBLIC KEY", signer.getPublic()))));
    }

    private ModuleStoreConfig config() {
        return ModuleStoreConfig.defaults().withCacheDirectory(folder.resolve("cache"));
    }

    private static KeyPair keys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static String pem(String kind, Key key) {
        var lines = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(key.getEncoded());
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(kind, lines, kind);
    }
}
