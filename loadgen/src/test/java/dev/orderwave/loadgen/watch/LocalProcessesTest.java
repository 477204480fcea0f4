package dev.orderwave.loadgen.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LocalProcessesTest {

    private static final long THIS = ProcessHandle.current().pid();

    @Test
    void a_process_costs_what_it_used_since_the_first_look() {
        var processes = new LocalProcesses(() -> Map.of("this", THIS));

        var usage = Objects.requireNonNull(processes.look().get("this"));

        assertThat(usage.rssMb()).isPositive();
        assertThat(processes.costs().get("this")).isNotNull().satisfies(cost -> {
            assertThat(cost.cpuSeconds()).isBetween(0.0, usage.cpuSeconds());
            assertThat(cost.peakRssMb()).isGreaterThanOrEqualTo(usage.rssMb());
        });
    }

    @Test
    void a_process_that_comes_later_costs_all_that_it_used() {
        var pids = new HashMap<String, Long>();
        var processes = new LocalProcesses(() -> pids);
        pids.put("this", THIS);

        var usage = Objects.requireNonNull(processes.look().get("this"));

        assertThat(processes.costs().get("this"))
                .isNotNull()
                .satisfies(cost -> assertThat(cost.cpuSeconds()).isEqualTo(usage.cpuSeconds()));
    }

    @Test
    void a_process_that_is_gone_is_left_out() {
        var processes = new LocalProcesses(() -> Map.of("gone", Long.MAX_VALUE));

        assertThat(processes.look()).isEmpty();
        assertThat(processes.costs()).isEmpty();
    }
}
