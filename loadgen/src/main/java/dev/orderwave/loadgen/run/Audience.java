package dev.orderwave.loadgen.run;

import dev.orderwave.loadgen.result.Cycle;
import dev.orderwave.loadgen.schedule.Progress;
import dev.orderwave.loadgen.schedule.ScheduledWave;
import dev.orderwave.loadgen.watch.View;

/// Who is told how a run goes on.
public interface Audience {

    /// @param number from 1
    void begins(int number, Plan plan);

    /// Of the cycle that has begun.
    Progress scheduling();

    void scheduled(ScheduledWave wave);

    void sees(View view);

    /// Every blob is read back from now on.
    void verifies();

    void ended(Cycle cycle);
}
