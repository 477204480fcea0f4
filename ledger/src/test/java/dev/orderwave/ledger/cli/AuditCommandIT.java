package dev.orderwave.ledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orderwave.ledger.Hop;
import dev.orderwave.ledger.LocalAzure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandIT {

    private static final String HASH = "-9f86d081884c7d65";

    private final LocalAzure local = LocalAzure.start();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        local.close();
    }

    @Test
    void a_wave_of_which_every_order_ended_is_clean() {
        local.write("express-outbox", "1" + HASH, "{}");
        local.write("standard-outbox", "2" + HASH, "{}");
        local.write("rejected-outbox", "3" + HASH, "{}");
        local.write("standard-outbox", "99", "{}");

        var run = ProgramRun.on(local, "audit", "--orders", "1-3");

        assertThat(run.out()).isEqualToNormalizingNewlines("""
                orders                        3   express-outbox 1, rejected-outbox 1, standard-outbox 1
                  unaccounted                 0
                  in several places           0
                  dead-lettered               0
                  queued                      0
                  rejected                    1   rejected-outbox 1
                  delivered                   2   express-outbox 1, standard-outbox 1
                not of this wave              1   standard-outbox 1
                  ! order 3: rejected: rejected-outbox/3-9f86d081884c7d65
                Every order has exactly one ending.
                """);
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void an_order_that_is_nowhere_is_named_and_so_are_all_if_wanted() throws IOException {
        var ids = Files.writeString(folder.resolve("ids"), "order-a\n17\n");

        var first = ProgramRun.on(local, "audit", "--orders", "1-30");
        var all = ProgramRun.on(local, "audit", "--orders", "1-30", "--all");
        var listed = ProgramRun.on(local, "audit", "--ids", ids.toString());

        assertThat(first.exitCode()).isEqualTo(1);
        assertThat(first.out())
                .contains("! order 20: unaccounted", "and 10 more", "NOT every order")
                .doesNotContain("! order 21");
        assertThat(all.out()).contains("! order 30: unaccounted");
        assertThat(listed.out()).contains("! order 17: unaccounted", "! order order-a: unaccounted");
    }

    @Test
    void a_program_reads_every_order_that_is_not_delivered() throws IOException {
        local.write("express-outbox", "1" + HASH, "{}");
        local.send(Hop.RECEIVER_STANDARD, LocalAzure.message("2"));
        var file = folder.resolve("audit.json");

        ProgramRun.on(local, "audit", "--everything", "--json", file.toString());

        var json = new ObjectMapper().readTree(file.toFile());
        assertThat(json.get("clean").asBoolean()).isFalse();
        assertThat(json.at("/standings/delivered").asInt()).isEqualTo(1);
        assertThat(json.at("/places/q-order-standard active").asInt()).isEqualTo(1);
        assertThat(json.at("/named/0/id").asText()).isEqualTo("2");
        assertThat(json.at("/named/0/standing").asText()).isEqualTo("queued");
        assertThat(json.at("/named/0/traces/0/sequenceNumber").asLong()).isEqualTo(1);
    }

    @Test
    void a_suite_that_is_not_there_is_told_in_one_line() {
        local.bus().close();

        var run = ProgramRun.on(local, "audit", "--orders", "1-3");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).startsWith("orderwave: ").hasLineCount(1).contains("Service Bus");
    }
}
