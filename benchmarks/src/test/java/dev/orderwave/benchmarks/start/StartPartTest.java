package dev.orderwave.benchmarks.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.orderwave.benchmarks.suite.Contestant;
import dev.orderwave.local.App;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StartPartTest {
    private static final StartPart PART = new StartPart(Stream.of(App.values())
            .flatMap(app -> Stream.of(
                    new Start(Contestant.ORDERWAVE, app, 0.2, 0.25, 60),
                    new Start(Contestant.ORDERWAVE, app, 0.2, 0.25, 60),
                    new Start(Contestant.ORDERWAVE, app, 9.9, 0.25, 60),
                    new Start(Contestant.NODE, app, 0.5, 0.40, 90),
                    new Start(Contestant.GO, app, 0.02, 0.01, 12)))
            .toList());

    @Test
    void one_start_that_something_disturbed_does_not_count() {
        assertThat(PART.part().goals())
                .allSatisfy(goal -> assertThat(goal.isReached()).isTrue());
        assertThat(PART.part().ratios().getFirst().value()).isCloseTo(0.4, within(1e-9));
    }

    @Test
    void each_service_has_its_row_and_its_share_of_nodes() {
        assertThat(PART.part().tables().getFirst().rows().getFirst())
                .isEqualTo(List.of("distributor, ms to the first blob", "200", "500", "20", "0.40"));
    }
}
