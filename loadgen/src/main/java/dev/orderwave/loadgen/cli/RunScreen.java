package dev.orderwave.loadgen.cli;

import dev.orderwave.loadgen.result.Cycle;
import dev.orderwave.loadgen.run.Audience;
import dev.orderwave.loadgen.run.Plan;
import dev.orderwave.loadgen.schedule.Progress;
import dev.orderwave.loadgen.schedule.ScheduledWave;
import dev.orderwave.loadgen.terminal.StatusLine;
import dev.orderwave.loadgen.watch.View;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;

/// A run as a person sees it: each cycle while it goes on, and one line of it afterwards.
final class RunScreen implements Audience {
    private final PrintWriter out;
    private WatchScreen wave;

    RunScreen(PrintWriter out) {
        this.out = out;
        this.wave = WatchScreen.on(out, Instant.EPOCH);
    }

    @Override
    public void begins(int number, Plan plan) {
        say("Cycle %d of %d: %,d orders, %s".formatted(number, plan.cycles(), plan.orders(), plan.shape()));
    }

    @Override
    public Progress scheduling() {
        return new ScheduleProgress(StatusLine.on(out), InstantSource.system());
    }

    @Override
    public void scheduled(ScheduledWave scheduled) {
        wave = WatchScreen.on(out, scheduled.due());
        ScheduleCommand.warn(scheduled, out);
    }

    @Override
    public void sees(View view) {
        wave.show(view);
    }

    @Override
    public void verifies() {
        wave.end();
        say("Reading every blob back");
    }

    @Override
    public void ended(Cycle cycle) {
        say("%s in %.1f s, %,.0f orders/s"
                .formatted(
                        cycle.outcomes().faults() == 0
                                ? "Every order became its blob"
                                : "NOT every order became its blob",
                        cycle.seconds(),
                        cycle.ordersPerSecond()));
        cycle.findings().forEach(finding -> say("  ! " + finding));
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
