package dev.orderwave.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherServicesTest {
    @TempDir
    Path elsewhere;

    @Test
    void each_is_started_here_with_its_app_id_as_the_last_argument() throws Exception {
        assertThat(output(new OtherServices("echo one two"))).isEqualTo("one two distributor\n");
        assertThat(output(new OtherServices("echo $PWD"))).isEqualTo(System.getProperty("user.dir") + " distributor\n");
    }

    private String output(OtherServices services) throws Exception {
        var command = List.copyOf(services.command(App.DISTRIBUTOR));
        var process = new ProcessBuilder(command).directory(elsewhere.toFile()).start();
        try (var out = process.inputReader()) {
            return out.readAllAsString();
        }
    }
}
