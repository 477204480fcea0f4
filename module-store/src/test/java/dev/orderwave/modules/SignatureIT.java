package dev.orderwave.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.orderwave.processes.FreePorts;
import dev.orderwave.processes.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import land.oras.ContainerRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class SignatureIT {
    private static final byte[] WASM = Wasm.saying("signed");
    private static final Map<String, String> ALWAYS_THE_SAME =
            Map.of("org.opencontainers.image.created", "2026-01-01T00:00:00Z");

    @TempDir
    static Path work;

    private static Registry registry;

    @TempDir
    Path cache;

    private final SignerKeys ours = SignerKeys.generate();
    private final SignerKeys theirs = SignerKeys.generate();
    private ModuleStore careless;
    private ModuleStore careful;
    private OciReference tagged;

    @BeforeAll
    static void startRegistry() {
        registry = Registry.start(FreePorts.find(1).getFirst(), work);
    }

    @AfterAll
    static void stopRegistry() {
        registry.close();
    }

    @BeforeEach
    void nameRepository(TestInfo test) {
        var config = ModuleStoreConfig.defaults().withCacheDirectory(cache);
        careless = new ModuleStore(config);
        careful = new ModuleStore(config.requiringSignatureBy(ours.verification()));
        tagged = new OciReference(
                registry.host(), test.getTestMethod().orElseThrow().getName(), new Tag("1"));
    }

    @Test
    void a_module_that_is_signed_as_required_is_fetched() {
        var pinned = careless.push(WASM, tagged, Map.of(), ours.signing());

        assertThat(careful.fetch(tagged).wasm()).isEqualTo(WASM);
        assertThat(careful.fetch(pinned).wasm()).isEqualTo(WASM);
    }

    @Test
    void a_module_that_nobody_signed_is_refused() {
        careless.push(WASM, tagged, Map.of());

        assertRefused("is refused: a signature is required, and nobody has signed it");
    }

    @Test
    void a_module_that_somebody_else_signed_is_refused() {
        careless.push(WASM, tagged, Map.of(), theirs.signing());

        assertRefused("is refused: none of its signatures (1) is by the key that is required");
    }

    @Test
    void a_signature_may_be_one_of_several() {
        var first = careless.push(WASM, tagged, ALWAYS_THE_SAME, theirs.signing());

        var second = careless.push(WASM, tagged, ALWAYS_THE_SAME, ours.signing());

        assertThat(second).isEqualTo(first);
        assertThat(careful.fetch(tagged).wasm()).isEqualTo(WASM);
    }

    @Test
    void a_signature_of_another_module_does_not_count() {
        var signed = careless.push(WASM, tagged, Map.of(), ours.signing());
        var unsigned = careless.push(Wasm.saying("forged"), tagged, Map.of());

        copySignature(signed, unsigned);

        assertRefused("is refused: none of its signatures (1) is by the key that is required");
    }

    @Test
    void a_pinned_module_in_the_cache_is_checked_without_the_registry() {
        OciReference pinned;
        try (var soonGone = Registry.start(FreePorts.find(1).getFirst(), cache)) {
            tagged = new OciReference(soonGone.host(), "order-router", new Tag("1"));
            pinned = careless.push(WASM, tagged, Map.of(), ours.signing());
            careful.fetch(pinned);
        }

        assertThat(careful.fetch(pinned).wasm()).isEqualTo(WASM);
        assertThatExceptionOfType(ModuleStoreException.class)
                .isThrownBy(() -> storeRequiring(theirs).fetch(pinned))
                .withMessageContaining("cannot be reached");
    }

    @Test
    void a_damaged_signature_in_the_cache_is_fetched_again() throws IOException {
        var pinned = careless.push(WASM, tagged, Map.of(), ours.signing());
        careful.fetch(pinned);
        var entry = cache.resolve("signatures/sha256").resolve(((Digest) pinned.version()).hex());
        var good = Files.readString(entry);
        Files.writeString(entry, "no signature");

        assertThat(careful.fetch(pinned).wasm()).isEqualTo(WASM);
        assertThat(entry).hasContent(good);
    }

    @Test
    void what_was_fetched_without_a_check_is_checked_when_one_is_required() {
        careless.push(WASM, tagged, Map.of(), theirs.signing());
        careless.fetch(tagged);

        assertRefused("is refused: none of its signatures (1) is by the key that is required");
    }

    private ModuleStore storeRequiring(SignerKeys signer) {
        return new ModuleStore(
                ModuleStoreConfig.defaults().withCacheDirectory(cache).requiringSignatureBy(signer.verification()));
    }

    private void assertRefused(String reason) {
        assertThatExceptionOfType(ModuleStoreException.class)
                .isThrownBy(() -> careful.fetch(tagged))
                .withMessageContainingAll(tagged.repository(), reason)
                .withMessageNotContaining("\n");
    }

    private static void copySignature(OciReference from, OciReference to) {
        var oras = land.oras.Registry.builder().insecure(registry.host()).build();
        var signature = oras.getManifest(signatureOf(from));
        oras.pushManifest(signatureOf(to), signature);
    }

    private static ContainerRef signatureOf(OciReference pinned) {
        var tag = pinned.version().toString().replace(':', '-') + ".sig";
        return ContainerRef.parse(pinned.at(new Tag(tag)).toString());
    }
}
