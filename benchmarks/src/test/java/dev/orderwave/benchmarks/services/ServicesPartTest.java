package dev.orderwave.benchmarks.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.orderwave.benchmarks.result.Goal;
import dev.orderwave.benchmarks.suite.Contestant;
import dev.orderwave.local.WaveReport;
import dev.orderwave.local.WaveReport.ProcessCost;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServicesPartTest {
    private static final int ORDERS = 1000;

    @Test
    void a_series_costs_what_its_services_cost_start_included_when_cold_and_the_last_wave_when_warm() {
        var series = series(Contestant.ORDERWAVE, 2.0, 0.5, 100);

        assertThat(ServiceMetric.COLD_CPU.of(series)).isEqualTo(3 * 2.0);
        assertThat(ServiceMetric.WARM_CPU.of(series)).isCloseTo(3 * 0.5, within(1e-9));
        assertThat(ServiceMetric.COLD_MEMORY.of(series)).isEqualTo(3 * 100);
    }

    @Test
    void replicas_of_a_service_are_services_and_those_of_daprd_are_not() {
        assertThat(List.of("distributor-2", "daprd distributor", "azurite", "local-servicebus"))
                .extracting(ProcessGroup::of)
                .containsExactly(ProcessGroup.SERVICES, ProcessGroup.DAPRD, ProcessGroup.OUTBOX, ProcessGroup.BUS);
    }

    @Test
    void the_goals_are_shares_of_the_others_medians() {
        var goals = new ServicesPart(List.of(
                        series(Contestant.ORDERWAVE, 1.0, 0.6, 60),
                        series(Contestant.NODE, 2.0, 0.9, 140),
                        series(Contestant.GO, 0.5, 0.2, 20),
                        series(Contestant.ORDERWAVE, 1.0, 0.6, 60),
                        series(Contestant.NODE, 2.0, 0.9, 140),
                        series(Contestant.GO, 0.5, 0.2, 20)))
                .part()
                .goals();

        assertThat(goals).extracting(Goal::isReached).containsExactly(true, true, false);
        assertThat(goals.getFirst().value()).isEqualTo(0.5);
        assertThat(goals.getLast().value()).isCloseTo(3, within(1e-9));
    }

    /// @param coldCpu,warmCpu of each service, in seconds with its start and in ms per order
    private static Series series(Contestant contestant, double coldCpu, double warmCpu, long memory) {
        return new Series(
                contestant,
                List.of(
                        wave(new ProcessCost(0.9 * coldCpu, coldCpu, memory)),
                        wave(new ProcessCost(warmCpu * ORDERS / 1000, 9, memory + 1))));
    }

    private static WaveReport wave(ProcessCost service) {
        var processes = new LinkedHashMap<String, ProcessCost>();
        processes.put("local-servicebus", new ProcessCost(5, 5, 500));
        for (var app : List.of("distributor", "receiver-express", "receiver-standard")) {
            processes.put("daprd " + app, new ProcessCost(7, 7, 700));
            processes.put(app, service);
        }
        return new WaveReport(ORDERS, 2, ORDERS / 2.0, 0, 0, 0, 0, 0, 0, 0, processes, List.of(), List.of());
    }
}
