package dev.orderwave.loadgen.watch;

import java.util.ArrayDeque;
import java.util.Deque;

/// How many orders a second, lately: a look is too short a time to tell, and the whole wave too long.
final class Rate {

    private static final double LATELY_SECONDS = 5;

    private final Deque<Point> points = new ArrayDeque<>();

    double at(double seconds, long orders) {
        points.addLast(new Point(seconds, orders));
        while (points.size() > 2 && points.getFirst().seconds() < seconds - LATELY_SECONDS) {
            points.removeFirst();
        }
        var first = points.getFirst();
        return seconds > first.seconds() ? (orders - first.orders()) / (seconds - first.seconds()) : 0;
    }

    private record Point(double seconds, long orders) {}
}
