package dev.orderwave.local.chaos;

import dev.orderwave.local.SuitePart;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// What may happen to a process. Whatever it is, the process runs again afterwards.
sealed interface Fault {
    /// Makes it happen, and returns when it is over.
    void strike(SuitePart part);

    /// Gone without a word (SIGKILL), and back after a while.
    record Killed(Duration away) implements Fault {
        @Override
        public void strike(SuitePart part) {
            part.process().get().kill();
            pass(away);
            part.restart().run();
        }

        @Override
        public String toString() {
            return "killed, back after " + seconds(away);
        }
    }

    /// Asked to go (SIGTERM), as in every roll-out, and back after a while.
    record Stopped(Duration away) implements Fault {
        @Override
        public void strike(SuitePart part) {
            part.process().get().close();
            pass(away);
            part.restart().run();
        }

        @Override
        public String toString() {
            return "stopped, back after " + seconds(away);
        }
    }

    /// There, but does nothing (SIGSTOP): a machine under pressure, a long collection.
    record Paused(Duration pause) implements Fault {
        @Override
        public void strike(SuitePart part) {
            var process = part.process().get();
            process.pause();
            pass(pause);
            process.resume();
        }

        @Override
        public String toString() {
            return "paused for " + seconds(pause);
        }
    }

    /// Killed again each time it has started, as in a crash loop.
    record CrashLoop(int crashes, Duration between) implements Fault {
        @Override
        public void strike(SuitePart part) {
            for (int crash = 0; crash < crashes; crash++) {
                part.process().get().kill();
                part.restart().run();
                pass(between);
            }
        }

        @Override
        public String toString() {
            return "killed %d times, every %s".formatted(crashes, seconds(between));
        }
    }

    private static void pass(Duration time) {
        var end = System.nanoTime() + time.toNanos();
        for (var left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static String seconds(Duration duration) {
        return "%.1f s".formatted(duration.toMillis() / 1000.0);
    }
}
