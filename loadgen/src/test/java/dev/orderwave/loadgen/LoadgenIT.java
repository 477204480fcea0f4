package dev.orderwave.loadgen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.servicebus.LocalServiceBus;
import dev.orderwave.servicebus.LocalServiceBusConfig;
import dev.orderwave.servicebus.QueueConfig;
import org.junit.jupiter.api.Test;

class LoadgenIT {

    @Test
    void a_generated_data_set_that_nobody_processed_is_all_lost() {
        try (var local = LocalStorage.start().withOutboxes()) {
            var generate = ProgramRun.of(
                    "generate", "--orders", "7", "--seed", "42", "--blob-connection-string", local.connectionString());
            var verify = ProgramRun.of("verify", "--blob-connection-string", local.connectionString());

            assertThat(generate.exitCode()).isZero();
            assertThat(generate.out()).startsWith("Stored 7 orders of seed 42 in container testdata, SHA-256 ");
            assertThat(verify.exitCode()).isEqualTo(1);
            assertThat(verify.out())
                    .contains("orders     7", "lost       7", "order 1: no blob and no rejection", "NOT CLEAN");
        }
    }

    @Test
    void a_generated_data_set_is_scheduled_as_a_whole_and_taken_back() {
        var queue = QueueConfig.named("q-other");
        try (var local = LocalStorage.start();
                var bus = LocalServiceBus.start(LocalServiceBusConfig.onFreePorts(queue))) {
            ProgramRun.of("generate", "--orders", "7", "--blob-connection-string", local.connectionString());

            var schedule = ProgramRun.of(
                    "schedule",
                    "--in",
                    "1h",
                    "--queue",
                    "q-other",
                    "--servicebus-connection-string",
                    bus.connectionString(),
                    "--blob-connection-string",
                    local.connectionString());

            assertThat(schedule.exitCode()).isZero();
            assertThat(schedule.out())
                    .startsWith("accepted ")
                    .contains("Scheduled 7 orders, due from ")
                    .contains("loadgen watch");
            assertThat(bus.queue("q-other").scheduled()).isEqualTo(7);

            var cancel = ProgramRun.of(
                    "cancel",
                    "--servicebus-connection-string",
                    bus.connectionString(),
                    "--blob-connection-string",
                    local.connectionString());

            assertThat(cancel.exitCode()).isZero();
            assertThat(cancel.out()).startsWith("Cancelled 7 orders that were not due; 0 were due before.");
            assertThat(bus.queue("q-other").scheduled()).isZero();
        }
    }

    @Test
    void a_storage_that_refuses_is_told_with_the_role_that_is_missing_and_who_gives_it() {
        try (var local = LocalStorage.start()) {
            var wrongKey = local.connectionString().replaceFirst("AccountKey=[^;]+", "AccountKey=d3Jvbmc=");

            var generate = ProgramRun.of("generate", "--orders", "7", "--blob-connection-string", wrongKey);

            assertThat(generate.exitCode()).isEqualTo(3);
            assertThat(generate.err())
                    .hasLineCount(1)
                    .contains("refused access to container testdata")
                    .contains("have the account's owner give you the role Storage Blob Data Contributor")
                    .doesNotContain("d3Jvbmc=");
        }
    }

    @Test
    void verifying_before_generating_says_what_is_absent_and_what_to_do() {
        try (var local = LocalStorage.start()) {
            var verify = ProgramRun.of("verify", "--blob-connection-string", local.connectionString());

            assertThat(verify.exitCode()).isEqualTo(3);
            assertThat(verify.err())
                    .isEqualToNormalizingNewlines("loadgen: there is no data set, container testdata does not exist:"
                            + " run \"loadgen generate\" to write it anew\n");
        }
    }

    @Test
    void watching_before_scheduling_says_what_is_absent_and_what_to_do() {
        try (var local = LocalStorage.start()) {
            ProgramRun.of("generate", "--orders", "7", "--blob-connection-string", local.connectionString());

            var watch = ProgramRun.of(
                    "watch",
                    "--servicebus-connection-string",
                    "Endpoint=sb://localhost;SharedAccessKeyName=n;SharedAccessKey=k;UseDevelopmentEmulator=true",
                    "--blob-connection-string",
                    local.connectionString());

            assertThat(watch.exitCode()).isEqualTo(3);
            assertThat(watch.err()).startsWith("loadgen: nothing was scheduled").hasLineCount(1);
        }
    }

    @Test
    void a_verification_is_told_as_json_too() {
        try (var local = LocalStorage.start().withOutboxes()) {
            ProgramRun.of("generate", "--orders", "7", "--blob-connection-string", local.connectionString());

            var verify = ProgramRun.of(
                    "verify",
                    "--json",
                    "--since",
                    "2030-01-01T00:00:00Z",
                    "--late-after",
                    "10s",
                    "--blob-connection-string",
                    local.connectionString());

            assertThat(verify.exitCode()).isEqualTo(1);
            assertThat(verify.out())
                    .contains("\"orders\" : 7", "\"subject\" : \"order 1\"", "\"late\" : {", "\"clean\" : false");
        }
    }
}
