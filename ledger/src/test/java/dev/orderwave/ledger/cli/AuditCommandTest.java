package dev.orderwave.ledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuditCommandTest {

    private static final String NOBODY = "UseDevelopmentStorage=true;";

    @Test
    void not_to_say_where_the_bus_is_is_a_wrong_usage() {
        var run = ProgramRun.of("audit", "--orders", "1-2", "--blob-connection-string", NOBODY);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--namespace", "$SERVICEBUS_CONNECTION_STRING");
    }

    @Test
    void orders_that_are_none_are_a_wrong_usage() {
        var run = ProgramRun.of(
                "audit",
                "--orders",
                "some",
                "--blob-connection-string",
                NOBODY,
                "--servicebus-connection-string",
                "Endpoint=sb://localhost;SharedAccessKeyName=a;SharedAccessKey=b");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("'some' names no orders");
    }
}
