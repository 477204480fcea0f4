package dev.orderwave.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteAppTest {
    @Test
    void a_service_is_stopped_again_whose_daprd_does_not_start(@TempDir Path directory) throws IOException {
        var before = children();
        // Where the log of daprd belongs: so that it cannot be started, on any machine.
        Files.createDirectory(directory.resolve("daprd-distributor.log"));
        var config = LocalSuiteConfig.on(SuitePorts.free()).withServices(new OtherServices("sleep 600 #"));
        var launcher = AppLauncher.of(App.DISTRIBUTOR, config, directory, List.of(), directory);

        assertThatThrownBy(() -> SuiteApp.start(launcher)).isInstanceOf(RuntimeException.class);

        assertThat(directory.resolve("distributor.log"))
                .as("the service was started")
                .exists();
        assertThat(children()).isEqualTo(before);
    }

    private static List<Long> children() {
        return ProcessHandle.current()
                .children()
                .map(ProcessHandle::pid)
                .sorted()
                .toList();
    }
}
