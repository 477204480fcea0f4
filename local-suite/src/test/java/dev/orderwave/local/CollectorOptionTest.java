package dev.orderwave.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CollectorOptionTest {

    @Test
    void a_url_without_http_is_refused_before_anything_starts() {
        assertThat(refusal("demo", "--traces", "localhost:4318"))
                .contains("--traces must be a URL such as http://localhost:4318, was localhost:4318");
        assertThat(refusal("up", "--traces", "grpc://localhost:4317")).contains("was grpc://localhost:4317");
    }

    @Test
    void nothing_is_traced_where_only_queues_and_blobs_are_started() {
        assertThat(refusal("up", "--backing", "--traces", "http://localhost:4318"))
                .contains("--traces goes without --backing");
    }

    private static String refusal(String command, String... options) {
        var errors = new StringWriter();
        var program = new CommandLine("demo".equals(command) ? new DemoCommand() : new UpCommand())
                .setErr(new PrintWriter(errors, true));

        assertThat(program.execute(options)).isEqualTo(CommandLine.ExitCode.USAGE);
        return errors.toString();
    }
}
