package dev.orderwave.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// What `up` does once everything runs.
class UpIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void a_process_that_ends_by_itself_ends_up_and_is_named() {
        try (var suite = LocalSuite.startBacking(Suites.config())) {
            var screen = new StringWriter();
            var up = CompletableFuture.runAsync(() -> UpCommand.waitForStop(new PrintWriter(screen), suite));
            Awaitility.await().atMost(PATIENCE).until(() -> screen.toString().contains("Press Ctrl-C to stop."));
            assertThat(up).isNotDone();
            assertThat(Checkout.find().processIds())
                    .content()
                    .contains("\"local-servicebus\": "
                            + suite.backing().processes().getFirst().pid());

            suite.backing().processes().getFirst().kill();

            assertThat(up)
                    .failsWithin(PATIENCE)
                    .withThrowableThat()
                    .withMessageContaining("local-servicebus ended with exit code 137")
                    .withMessageContaining("The end of " + suite.directory().resolve("servicebus.log"));
        }
    }
}
