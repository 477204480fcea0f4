package dev.orderwave.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.orderwave.processes.FreePorts;
import dev.orderwave.processes.Registry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import land.oras.ArtifactType;
import land.oras.ContainerRef;
import land.oras.LocalPath;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryIT {
    @TempDir
    static Path work;

    private static Registry registry;

    @TempDir
    Path cache;

    private ModuleStore store;
    private OciReference tagged;
    private byte[] wasm;

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
        store = new ModuleStore(config());
        var name = test.getTestMethod().orElseThrow().getName();
        wasm = Wasm.saying(name);
        tagged = new OciReference(registry.host(), "team/" + name, new Tag("1"));
    }

    @Test
    void a_module_that_was_pushed_is_fetched_by_its_tag() {
        var pinned = store.push(wasm, tagged, Map.of());

        var module = store.fetch(tagged);
        assertThat(module.wasm()).isEqualTo(wasm);
        assertThat(module.digest()).isEqualTo(Digest.of(wasm));
        assertThat(module.reference()).isEqualTo(tagged);
        assertThat(module.pinned()).contains(pinned);
    }

    @Test
    void a_pinned_module_stays_the_same_when_its_tag_moves() {
        var one = store.push(Wasm.saying("one"), tagged, Map.of());

        var two = store.push(Wasm.saying("two"), tagged, Map.of());

        assertThat(storeWithEmptyCache().fetch(one).wasm()).isEqualTo(Wasm.saying("one"));
        assertThat(storeWithEmptyCache().fetch(two).wasm()).isEqualTo(Wasm.saying("two"));
        assertThat(store.fetch(tagged).pinned()).contains(two);
    }

    @Test
    void a_push_with_a_given_time_can_be_repeated_byte_for_byte() {
        var annotations = Map.of("org.opencontainers.image.created", "2026-01-01T00:00:00Z");

        var first = store.push(wasm, tagged, annotations);

        assertThat(store.push(wasm, tagged, annotations)).isEqualTo(first);
    }

    @Test
    void a_push_writes_the_layout_that_other_tools_read() throws IOException {
        var annotations = Map.of("org.opencontainers.image.created", "2026-01-01T00:00:00Z", "made.by", "hand");

        var pinned = store.push(wasm, tagged, annotations);

        var manifest = land.oras.Manifest.fromJson(stored((Digest) pinned.version()));
        assertThat(manifest.getMediaType()).isEqualTo("application/vnd.oci.image.manifest.v1+json");
        assertThat(manifest.getAnnotations()).isEqualTo(annotations);
        assertThat(manifest.getConfig().getMediaType()).isEqualTo("application/vnd.wasm.config.v0+json");
        assertThat(manifest.getLayers()).singleElement().satisfies(layer -> {
            assertThat(layer.getMediaType()).isEqualTo("application/wasm");
            assertThat(layer.getDigest()).isEqualTo(Digest.of(wasm).toString());
            assertThat(layer.getSize()).isEqualTo(wasm.length);
        });
        var config = """
                {"created":"2026-01-01T00:00:00Z","architecture":"wasm","os":"wasip1","layerDigests":["%s"]}""".formatted(Digest.of(wasm));
        var configDigest = Digest.of(config.getBytes(StandardCharsets.UTF_8));
        assertThat(manifest.getConfig().getDigest()).isEqualTo(configDigest.toString());
        assertThat(stored(configDigest)).isEqualTo(config);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/wasm", "application/vnd.wasm.content.layer.v1+wasm"})
    void what_another_tool_pushed_is_a_module_if_one_layer_is_webassembly(String mediaType) throws IOException {
        pushByOras(mediaType, "application/json");

        assertThat(store.fetch(tagged).wasm()).isEqualTo(Wasm.saying("layer 0"));
    }

    @Test
    void an_artifact_without_webassembly_is_no_module() throws IOException {
        pushByOras("application/json");

        assertRefused(tagged, "is no module: a module has one layer of type application/wasm, this has 0");
    }

    @Test
    void an_artifact_with_two_modules_is_no_module() throws IOException {
        pushByOras("application/wasm", "application/wasm");

        assertRefused(tagged, "is no module: a module has one layer of type application/wasm, this has 2");
    }

    @Test
    void a_tag_or_repository_that_is_not_there_is_named() {
        assertRefused(tagged, "registry %s has no such repository, tag or digest".formatted(registry.host()));
    }

    @Test
    void a_push_needs_a_tag() {
        var pinned = tagged.at(Digest.of(wasm));

        assertThatExceptionOfType(ModuleStoreException.class)
                .isThrownBy(() -> store.push(wasm, pinned, Map.of()))
                .withMessageContainingAll(pinned.toString(), "a push needs a tag");
    }

    @Test
    void a_module_that_is_too_large_is_refused_before_it_is_fetched() throws IOException {
        store.push(wasm, tagged, Map.of());
        damage(Digest.of(wasm)); // who fetched it would complain of this

        assertThatExceptionOfType(ModuleStoreException.class)
                .isThrownBy(() -> new ModuleStore(config().withMaxModuleBytes(wasm.length - 1)).fetch(tagged))
                .withMessageContaining(
                        "has %d bytes, more than the %d that are allowed".formatted(wasm.length, wasm.length - 1));
    }

    @Test
    void a_module_that_is_too_large_is_not_pushed() {
        var small = new ModuleStore(config().withMaxModuleBytes(8));

        assertThatExceptionOfType(ModuleStoreException.class)
                .isThrownBy(() -> small.push(wasm, tagged, Map.of()))
                .withMessageContaining("has more than the 8 bytes that are allowed");
    }

    @Test
    void a_module_that_was_changed_in_the_registry_is_refused() throws IOException {
        store.push(wasm, tagged, Map.of());
        damage(Digest.of(wasm));

        assertRefused(tagged, "is refused: the registry sends sha256:");
    }

    @Test
    void a_manifest_that_was_changed_in_the_registry_is_refused_for_a_digest() throws IOException {
        var pinned = store.push(wasm, tagged, Map.of("made.by", "friend"));
        var file = registry.blob(((Digest) pinned.version()).hex());
        Files.writeString(file, Files.readString(file).replace("friend", "enemy!"));

        assertRefused(pinned, "is refused: the registry sends sha256:");
    }

    @Test
    void a_pinned_module_in_the_cache_needs_no_registry_and_a_tag_does() {
        OciReference pinned;
        try (var soonGone = Registry.start(FreePorts.find(1).getFirst(), cache)) {
            tagged = new OciReference(soonGone.host(), "order-router", new Tag("1"));
            pinned = store.push(wasm, tagged, Map.of());
            store.fetch(tagged);
        }

        assertThat(store.fetch(pinned).wasm()).isEqualTo(wasm);
        assertRefused(
                tagged,
                "registry %s cannot be reached (java.net.ConnectException). A reference by digest that was fetched before would need no registry."
                        .formatted(tagged.registry()));
    }

    @Test
    void a_damaged_entry_of_the_cache_is_fetched_again() throws IOException {
        var pinned = store.push(wasm, tagged, Map.of());
        store.fetch(pinned);
        var entry = blobs().resolve(Digest.of(wasm).hex());
        Files.write(entry, Wasm.saying("bad"));

        assertThat(store.fetch(pinned).wasm()).isEqualTo(wasm);
        assertThat(entry).hasBinaryContent(wasm);
    }

    @Test
    void the_cache_is_for_its_owner_only() throws IOException {
        store.push(wasm, tagged, Map.of());
        store.fetch(tagged);

        assertThat(Files.getPosixFilePermissions(blobs())).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        try (var entries = Files.list(blobs())) {
            assertThat(entries)
                    .hasSize(2)
                    .allSatisfy(entry -> assertThat(Files.getPosixFilePermissions(entry))
                            .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
    }

    @Test
    void many_may_fetch_at_once() throws Exception {
        store.push(wasm, tagged, Map.of());
        Callable<StoredModule> fetch = () -> store.fetch(tagged);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var modules = threads.invokeAll(
                    IntStream.range(0, 20).mapToObj(_ -> fetch).toList());

            assertThat(modules)
                    .allSatisfy(module -> assertThat(module.get().wasm()).isEqualTo(wasm));
        }
    }

    private ModuleStoreConfig config() {
        return ModuleStoreConfig.defaults().withCacheDirectory(cache.resolve("modules"));
    }

    private ModuleStore storeWithEmptyCache() {
        return new ModuleStore(config().withCacheDirectory(cache.resolve("empty")));
    }

    private Path blobs() {
        return cache.resolve("modules/blobs/sha256");
    }

    /// As `oras push` does it.
    private void pushByOras(String... layerMediaTypes) throws IOException {
        var paths = new LocalPath[layerMediaTypes.length];
        for (int i = 0; i < paths.length; i++) {
            var file = Files.write(cache.resolve("layer " + i), Wasm.saying("layer " + i));
            paths[i] = LocalPath.of(file, layerMediaTypes[i]);
        }
        land.oras.Registry.builder()
                .insecure(registry.host())
                .build()
                .pushArtifact(
                        ContainerRef.parse(tagged.toString()), ArtifactType.from("application/vnd.example"), paths);
    }

    private void assertRefused(OciReference reference, String reason) {
        assertThatExceptionOfType(ModuleStoreException.class)
                .isThrownBy(() -> store.fetch(reference))
                .withMessageContainingAll(reference.registry() + "/" + reference.repository(), reason)
                .withMessageNotContaining("\n");
    }

    private static String stored(Digest blob) throws IOException {
        return Files.readString(registry.blob(blob.hex()));
    }

    private static void damage(Digest blob) throws IOException {
        var file = registry.blob(blob.hex());
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
    }
}
