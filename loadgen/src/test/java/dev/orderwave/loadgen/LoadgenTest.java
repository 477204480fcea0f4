package dev.orderwave.loadgen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.processes.FreePorts;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadgenTest {

    private static final String NOBODY = "UseDevelopmentStorage=true;";

    @Test
    void a_missing_connection_string_is_a_wrong_usage_that_names_option_and_variable() {
        var run = ProgramRun.of("verify");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--blob-connection-string", "$BLOB_CONNECTION_STRING");
    }

    @Test
    void the_schema_is_printed_without_any_storage() {
        var run = ProgramRun.of("generate", "--schema");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("{").contains("https://json-schema.org/draft/2020-12/schema");
    }

    @Test
    void no_order_at_all_is_a_wrong_usage() {
        var run = ProgramRun.of("generate", "--orders", "0", "--blob-connection-string", NOBODY);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("at least one order");
    }

    @Test
    void storage_that_is_not_there_is_told_in_one_line() {
        int port = FreePorts.find(1).getFirst();

        var run = ProgramRun.of(
                "verify",
                "--blob-connection-string",
                "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;BlobEndpoint=http://127.0.0.1:%d/a;"
                        .formatted(port));

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .startsWith("loadgen: cannot reach blob storage at http://127.0.0.1:%d/a (".formatted(port))
                .contains("refused")
                .hasLineCount(1);
    }

    @Test
    void a_malformed_connection_string_is_told_without_its_key() {
        var run = ProgramRun.of("verify", "--blob-connection-string", "AccountKey=c2VjcmV0;nonsense");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .startsWith("loadgen: the blob connection string is malformed")
                .doesNotContain("c2VjcmV0");
    }

    @Test
    void a_duration_that_is_none_is_a_wrong_usage() {
        var run = ProgramRun.of(
                "schedule", "--in", "soon", "--servicebus-connection-string", "x", "--blob-connection-string", NOBODY);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("'soon' is not a duration such as 10s, 2m or 500ms");
    }

    @Test
    void a_time_that_is_none_is_a_wrong_usage() {
        var run = ProgramRun.of(
                "schedule", "--at", "noon", "--servicebus-connection-string", "x", "--blob-connection-string", NOBODY);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("'noon' is not a time such as 15:30, 15:30:05 or 2030-01-31T15:30:05Z");
    }

    @Test
    void two_shapes_at_once_are_a_wrong_usage() {
        var run = ProgramRun.of(
                "schedule",
                "--rate",
                "5",
                "--burst",
                "--servicebus-connection-string",
                "x",
                "--blob-connection-string",
                NOBODY);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("mutually exclusive");
    }

    @Test
    void to_resume_takes_no_time_or_shape() {
        var run = ProgramRun.of(
                "schedule",
                "--resume",
                "--in",
                "10s",
                "--servicebus-connection-string",
                "x",
                "--blob-connection-string",
                NOBODY);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--resume keeps shape and due times: leave out --at, --in and the shape");
    }

    @Test
    void a_file_of_processes_that_is_none_is_a_wrong_usage(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("processes.json"), "4711");

        assertThat(ProgramRun.of("watch", "--processes", file.toString()).err())
                .contains("processes.json does not say which process has which id, as {\"name\": 4711} does");
        assertThat(ProgramRun.of("watch", "--processes", folder + "/absent.json")
                        .err())
                .contains("absent.json cannot be read");
    }

    @Test
    void a_record_that_cannot_be_written_is_told_before_the_wave(@TempDir Path folder) {
        var run = ProgramRun.of("watch", "--record", folder + "/absent/run.json");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("/absent/run.json cannot be written: there is no folder " + folder + "/absent");
    }
}
