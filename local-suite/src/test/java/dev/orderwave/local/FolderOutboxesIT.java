package dev.orderwave.local;

import static dev.orderwave.local.Suites.wave;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderOutboxesIT {
    private static final int ORDERS = 200;

    @Test
    void wave_after_wave_ends_as_files_and_is_verified_from_them(@TempDir Path outboxes) {
        try (var suite = LocalSuite.start(Suites.config().withOutboxes(outboxes))) {
            assertThat(wave(suite, ORDERS).verify().isClean()).isTrue();
            assertThat(wave(suite, ORDERS).verify().isClean()).isTrue();
        }

        assertThat(outboxes.resolve("express-outbox")).isNotEmptyDirectory();
        assertThat(outboxes.resolve("standard-outbox")).isNotEmptyDirectory();
    }
}
