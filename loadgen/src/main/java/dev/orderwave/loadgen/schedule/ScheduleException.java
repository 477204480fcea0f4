package dev.orderwave.loadgen.schedule;

/// The recorded schedule does not allow what was asked for. The message ends with what to do.
public final class ScheduleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ScheduleException(String message) {
        super(message);
    }

    ScheduleException(String message, Throwable cause) {
        super(message, cause);
    }
}
