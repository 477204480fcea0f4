package dev.orderwave.servicebus;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;

/// What a queue can be made to do wrong, for tests of whoever uses it. See [Faults].
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fault")
@JsonSubTypes({
    @Type(name = "drop-connections", value = Fault.DropConnections.class),
    @Type(name = "drop-links", value = Fault.DropLinks.class),
    @Type(name = "stall-links", value = Fault.StallLinks.class),
    @Type(name = "hold", value = Fault.Hold.class),
    @Type(name = "delay", value = Fault.Delay.class),
    @Type(name = "refuse", value = Fault.Refuse.class),
    @Type(name = "throttle", value = Fault.Throttle.class)
})
public sealed interface Fault {
    /// A fault that happens at once and is over.
    sealed interface Sudden extends Fault permits DropConnections, DropLinks, StallLinks {}

    /// A fault that stays until another one takes its place or it is cleared.
    sealed interface Lasting extends Fault permits Hold, Delay, Refuse, Throttle {}

    /// Closes the TCP connection of every client with a link to the queue, without a word of AMQP.
    record DropConnections() implements Sudden {}

    /// Detaches every link to the queue; the connections stay.
    ///
    /// @param condition the AMQP error the clients are told, such as `amqp:link:detach-forced`
    record DropLinks(String condition) implements Sudden {
        public DropLinks {
            requireCondition(condition);
        }
    }

    /// Delivers nothing any more on the receiving links that there are now, which stay open and look healthy. New links
    /// are served. Users of Service Bus report this of real ones.
    record StallLinks() implements Sudden {}

    /// Says nothing, while links and connections stay open. What clients ask for is done at once all the same.
    record Hold(@JsonProperty(required = true) Held held) implements Lasting {}

    /// Says everything late: deliveries, and the answers to sends, settlements and requests to `$management`.
    /// What clients ask for is done at once all the same, and a delayed message is locked all the while.
    record Delay(@JsonProperty(required = true) Duration by) implements Lasting {
        public Delay {
            if (by.isNegative()) {
                throw new IllegalArgumentException("a delay cannot be negative, was " + by);
            }
        }
    }

    /// Lets nobody in: refuses new links with an AMQP error, and with the same rejects what is sent on those there are.
    ///
    /// @param condition such as `amqp:unauthorized-access`, `amqp:not-found` or `amqp:internal-error`
    record Refuse(String condition) implements Lasting {
        public Refuse {
            requireCondition(condition);
        }
    }

    /// Rejects every send, and answers every request to `$management`, with `com.microsoft:server-busy`, as Azure does
    /// when a namespace is used too hard: the SDKs wait some seconds and try again.
    record Throttle() implements Lasting {}

    /// What a [Hold] keeps back.
    enum Held {
        /// Messages: receivers grant credit and wait for ever, as if the queue were empty.
        @JsonProperty("deliveries")
        DELIVERIES,
        /// The answers to sends, settlements and requests; they come when the fault is over.
        @JsonProperty("answers")
        ANSWERS,
        /// All of it.
        @JsonProperty("everything")
        EVERYTHING
    }

    private static void requireCondition(String condition) {
        if (condition == null || !condition.matches("[a-z.]+:[a-z:-]+")) {
            throw new IllegalArgumentException(
                    "condition must be an AMQP error such as amqp:not-found, was \"" + condition + "\"");
        }
    }
}
