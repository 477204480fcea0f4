package dev.orderwave.benchmarks.idle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.orderwave.benchmarks.idle.AtRest.Wakes;
import dev.orderwave.processes.ProcessUsage;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessSampleTest {
    private static final ProcessSample BEFORE = new ProcessSample(
            usage(10_000),
            Map.of(
                    "1",
                    new ThreadSample("main", 5),
                    "2",
                    new ThreadSample("timer", 100),
                    "3",
                    new ThreadSample("timer", 0)));

    @Test
    void it_tells_what_was_done_since_the_sample_before() {
        var now = new ProcessSample(
                usage(10_600),
                Map.of(
                        "1",
                        new ThreadSample("main", 5),
                        "2",
                        new ThreadSample("timer", 400),
                        "3",
                        new ThreadSample("timer", 50)));

        var rest = now.since(BEFORE, "distributor", Duration.ofMinutes(5));

        assertThat(rest.cpuPercent()).isCloseTo(0.2, within(1e-9));
        assertThat(rest.rssMb()).isEqualTo(80);
        assertThat(rest.wakes()).containsExactly(new Wakes("timer", 70));
    }

    @Test
    void a_thread_that_began_meanwhile_counts_from_its_beginning() {
        var now = new ProcessSample(usage(10_000), Map.of("9", new ThreadSample("worker", 10)));

        assertThat(now.since(BEFORE, "distributor", Duration.ofMinutes(1)).wakes())
                .containsExactly(new Wakes("worker", 10));
    }

    @Test
    void linux_tells_a_threads_name_and_how_often_it_went_to_sleep() {
        var status = """
                Name:\tvert.x-eventloo
                State:\tS (sleeping)
                voluntary_ctxt_switches:\t4711
                nonvoluntary_ctxt_switches:\t3
                """;

        assertThat(ThreadSample.parse(status)).isEqualTo(new ThreadSample("vert.x-eventloo", 4711));
    }

    private static ProcessUsage usage(int cpuMillis) {
        return new ProcessUsage(Duration.ofMillis(cpuMillis), 80L << 20, 100L << 20);
    }
}
