package dev.orderwave.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleReferenceTest {
    private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @CsvSource({"file:/x/y.wasm, /x/y.wasm", "file:///x/y.wasm, /x/y.wasm", "/x/y.wasm, /x/y.wasm", "y.wasm, y.wasm"})
    void a_file_is_named_by_its_path(String text, Path path) {
        assertThat(ModuleReference.parse(text)).isEqualTo(new FileReference(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"classpath:modules/x.wasm", "classpath:/modules/x.wasm"})
    void a_resource_is_named_from_the_root_of_the_class_path(String text) {
        assertThat(ModuleReference.parse(text)).isEqualTo(new ClasspathReference("modules/x.wasm"));
    }

    @ParameterizedTest
    @CsvSource({
        "oci://registry.example/team/order-router:1.0, registry.example",
        "oci://registry/team/order-router:1.0, registry",
        "oci://localhost:5000/team/order-router:1.0, localhost:5000",
        "oci://[::1]:5000/team/order-router:1.0, [::1]:5000"
    })
    void a_tag_is_named_by_registry_repository_and_tag(String text, String registry) {
        assertThat(ModuleReference.parse(text))
                .isEqualTo(new OciReference(registry, "team/order-router", new Tag("1.0")))
                .hasToString(text);
    }

    @Test
    void a_digest_pins_a_module() {
        var text = "oci://registry.example/team/order-router@" + DIGEST;

        assertThat(ModuleReference.parse(text))
                .isEqualTo(new OciReference("registry.example", "team/order-router", Digest.parse(DIGEST)))
                .hasToString(text);
    }

    @Test
    void a_digest_counts_more_than_a_tag() {
        assertThat(ModuleReference.parse("oci://registry.example/order-router:1.0@" + DIGEST))
                .isEqualTo(new OciReference("registry.example", "order-router", Digest.parse(DIGEST)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://host/x.wasm", "docker://host/x:1", "oci://", "oci://host", "oci:///x:1"})
    void what_is_no_reference_is_answered_with_what_one_looks_like(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModuleReference.parse(text))
                .withMessageContainingAll(text, "looks like", ModuleReference.FORMS)
                .withMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource({
        "oci://host/x, 'it needs a version, :tag or @sha256:<64 hex digits>'",
        "oci://host/x:, a tag is at most 128 letters",
        "oci://host/x:a b, a tag is at most 128 letters",
        "oci://host/x@sha256:12, a digest is 'sha256:' and 64 hex digits",
        "oci://host/X:1, a repository is names in lower case",
        "oci://host/../x:1, a repository is names in lower case",
        "oci://ho st/x:1, a registry is host or host:port",
        "oci://user:secret@host/x:1, it looks like",
        "file:, names no file",
        "classpath:, names no resource"
    })
    void a_part_that_is_wrong_is_named(String text, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModuleReference.parse(text))
                .withMessageContainingAll(text, reason)
                .withMessageNotContaining("\n");
    }
}
