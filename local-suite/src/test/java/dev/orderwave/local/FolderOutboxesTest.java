package dev.orderwave.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderOutboxesTest {
    private static final List<String> REPLACED = List.of("express-outbox.yaml", "standard-outbox.yaml");

    private final Path usual = Checkout.find().components("bindings");

    @TempDir
    private Path directory;

    @Test
    void only_the_two_outboxes_differ_from_the_usual_components() throws IOException {
        var folder = write();

        for (var component : files(usual)) {
            var written = folder.resolve(component.getFileName());
            if (REPLACED.contains(component.getFileName().toString())) {
                assertThat(written).content().contains("type: bindings.localstorage");
            } else {
                assertThat(written).hasSameTextualContentAs(component);
            }
        }
        assertThat(files(folder)).hasSameSizeAs(files(usual));
    }

    @Test
    void they_keep_their_names_and_who_may_use_them() throws IOException {
        var folder = write();

        for (var outbox : REPLACED) {
            var before = new YAMLMapper().readTree(usual.resolve(outbox).toFile());
            var after = new YAMLMapper().readTree(folder.resolve(outbox).toFile());
            assertThat(after.at("/metadata/name")).isEqualTo(before.at("/metadata/name"));
            assertThat(after.at("/scopes")).isEqualTo(before.at("/scopes"));
        }
    }

    private Path write() {
        return FolderOutboxes.write(usual, directory.resolve("outboxes"), directory);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
