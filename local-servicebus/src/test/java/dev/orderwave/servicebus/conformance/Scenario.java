package dev.orderwave.servicebus.conformance;

import dev.orderwave.servicebus.QueueConfig;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/// What every SDK does to the bus, each on a queue of its own that is named after it.
enum Scenario {
    SEND("send, complete"),
    BATCH("send a batch"),
    SCHEDULE("schedule"),
    CANCEL("cancel a scheduled message"),
    PEEK("peek"),
    RECEIVE_AND_DELETE("receive and delete"),
    STREAM("receive as a stream"),
    ABANDON("abandon"),
    DEFER("defer, receive deferred"),
    DEAD_LETTER("dead-letter with reason and description"),
    LAST_DELIVERY("dead-letter after the last delivery", queue -> queue.withMaxDeliveryCount(2)),
    RENEW("renew a lock", queue -> queue.withLockDuration(Duration.ofSeconds(5))),
    LOCK_LOST("lock lost", queue -> queue.withLockDuration(Duration.ofSeconds(3))),
    MODIFY("properties to modify", Set.of(Sdk.PYTHON)),
    TOO_LARGE("message over the size limit", queue -> queue.withMaxMessageBytes(64 * 1024)),
    DUPLICATE("duplicate detection", queue -> queue.withDuplicateDetection(Duration.ofMinutes(10))),
    TIME_TO_LIVE("time to live, dead-lettered", QueueConfig::withDeadLetteringOnExpiration),
    THROTTLED("throttled, then not"),
    REFUSED("refused as unauthorized, then let in"),
    LINKS_DROPPED("links dropped, made anew"),
    CONNECTIONS_DROPPED("connections dropped, made anew"),
    MANY_CONNECTIONS("many connections, half of them idle");

    /// A binding has no words for the others.
    private static final Set<Scenario> WITH_DAPRD =
            EnumSet.of(SEND, SCHEDULE, ABANDON, LAST_DELIVERY, RENEW, CONNECTIONS_DROPPED);

    private final String title;
    private final UnaryOperator<QueueConfig> settings;
    private final Set<Sdk> absentIn;

    Scenario(String title) {
        this(title, UnaryOperator.identity(), Set.of());
    }

    Scenario(String title, UnaryOperator<QueueConfig> settings) {
        this(title, settings, Set.of());
    }

    Scenario(String title, Set<Sdk> absentIn) {
        this(title, UnaryOperator.identity(), absentIn);
    }

    Scenario(String title, UnaryOperator<QueueConfig> settings, Set<Sdk> absentIn) {
        this.title = title;
        this.settings = settings;
        this.absentIn = absentIn;
    }

    String title() {
        return title;
    }

    /// The scenario's name in the scripts, and its queue's.
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether the SDK has something to say it with.
    boolean isPossibleWith(Sdk sdk) {
        return sdk == Sdk.GO ? WITH_DAPRD.contains(this) : !absentIn.contains(sdk);
    }

    static QueueConfig[] queues() {
        return Arrays.stream(values())
                .map(scenario -> scenario.settings.apply(QueueConfig.named(scenario.key())))
                .toArray(QueueConfig[]::new);
    }
}
