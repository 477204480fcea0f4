package dev.orderwave.dapr.grpc;

import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Finds the calls that take too long. All have the same time, so they run out in the order in which they came, and one
/// timer serves them all.
final class Deadlines {
    private final EventLoop loop;
    private final Consumer<GrpcCall> whenLate;
    private final Queue<GrpcCall> calls = new ArrayDeque<>();
    private boolean watched;

    Deadlines(EventLoop loop, Consumer<GrpcCall> whenLate) {
        this.loop = loop;
        this.whenLate = whenLate;
    }

    void add(GrpcCall call) {
        forgetTheFinished();
        calls.add(call);
        watch();
    }

    /// By whom a call is remembered is not collected, so those at the head go as soon as they can.
    private void forgetTheFinished() {
        while (!calls.isEmpty() && calls.element().isOver()) {
            calls.remove();
        }
    }

    private void watch() {
        if (!watched && !calls.isEmpty()) {
            watched = true;
            loop.schedule(this::look, calls.element().deadline() - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }

    private void look() {
        watched = false;
        forgetTheFinished();
        while (!calls.isEmpty() && calls.element().deadline() - System.nanoTime() <= 0) {
            whenLate.accept(calls.remove());
            forgetTheFinished();
        }
        watch();
    }
}
