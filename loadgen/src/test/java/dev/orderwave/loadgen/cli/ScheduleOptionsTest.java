package dev.orderwave.loadgen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.orderwave.loadgen.schedule.Phase.Burst;
import dev.orderwave.loadgen.schedule.Phase.Ramp;
import dev.orderwave.loadgen.schedule.Phase.Steady;
import dev.orderwave.loadgen.schedule.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ScheduleOptionsTest {

    private static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");

    @Test
    void a_wave_is_a_burst_unless_told_otherwise() {
        assertThat(shape()).isEqualTo(Shape.of(new Burst(100)));
        assertThat(shape("--burst")).isEqualTo(Shape.of(new Burst(100)));
        assertThat(shape("--rate", "2.5")).isEqualTo(Shape.of(new Steady(100, 2.5)));
        assertThat(shape("--ramp", "0.5..20")).isEqualTo(Shape.of(new Ramp(100, 0.5, 20)));
    }

    @Test
    void a_shape_is_read_from_a_file(@TempDir Path directory) throws IOException {
        var file = Files.writeString(directory.resolve("waves.json"), "[{\"phase\":\"burst\",\"orders\":7}]");

        assertThat(shape("--shape", file.toString())).isEqualTo(Shape.of(new Burst(7)));
    }

    @Test
    void a_file_that_holds_no_shape_is_named(@TempDir Path directory) throws IOException {
        var file = Files.writeString(directory.resolve("waves.json"), "[{\"phase\":\"tide\"}]");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> shape("--shape", file.toString()))
                .withMessageStartingWith("--shape " + file + " is not a shape: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shape("--shape", "nowhere.json"))
                .withMessageStartingWith("--shape nowhere.json cannot be read (");
    }

    @Test
    void a_ramp_is_two_rates() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shape("--ramp", "10"))
                .withMessage("--ramp '10' is not a pair of rates such as 10..500");
    }

    @Test
    void a_large_wave_has_more_time_before_it_is_due() {
        assertThat(start(100)).isEqualTo(NOW.plusSeconds(10));
        assertThat(start(100_000)).isEqualTo(NOW.plusSeconds(110));
        assertThat(start(100_000, "--in", "2s")).isEqualTo(NOW.plusSeconds(2));
        assertThat(start(100, "--at", "2030-01-01T14:00:00+01:00")).isEqualTo(NOW.plusSeconds(3600));
    }

    @Test
    void a_time_in_the_past_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start(100, "--at", "2030-01-01T09:30:00Z"))
                .withMessage("--at 2030-01-01T09:30:00Z is 2 h 30 min ago: give a time to come, or --in");
    }

    private static Shape shape(String... args) {
        var options = new ShapeOptions();
        parse(options, args);
        return options.shape(100);
    }

    private static Instant start(int orders, String... args) {
        var options = new StartOptions();
        parse(options, args);
        return options.start(orders, NOW);
    }

    private static void parse(Object options, String... args) {
        new CommandLine(CommandLine.Model.CommandSpec.create()
                        .addMixin("options", CommandLine.Model.CommandSpec.forAnnotatedObject(options)))
                .parseArgs(args);
    }
}
