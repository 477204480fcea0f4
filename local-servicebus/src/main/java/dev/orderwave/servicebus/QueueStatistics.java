package dev.orderwave.servicebus;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One queue at one moment: how many messages it holds in each state, and what happened since the bus, or
/// its journal, began.
/// None is lost as long as `enqueued` equals [#held()] plus completed, expired and dead-lettered ones.
///
/// @param scheduled waiting for their time; not enqueued yet
/// @param active waiting for a receiver
/// @param locked with a receiver now
/// @param deferred set aside by a receiver, until asked for by sequence number
/// @param deadLettered in the dead-letter queue now
/// @param enqueued became active since then: sent ones at once, scheduled ones when due
/// @param delivered deliveries, redeliveries included
/// @param completed settled as done, or received and deleted at once
/// @param abandoned given back by a receiver as failed
/// @param lockExpired given back because the receiver's time was over
/// @param expired dropped because their time to live was over
/// @param deadLetteredTotal moved to the dead-letter queue since then
/// @param mostFailedDeliveries of any one message since then; dead-lettering begins where this meets the maximum
/// @param firstEnqueuedAt when the first message became active
/// @param lastCompletedAt when the last message was completed
public record QueueStatistics(
        String name,
        long scheduled,
        long active,
        long locked,
        long deferred,
        long deadLettered,
        long enqueued,
        long delivered,
        long completed,
        long abandoned,
        long lockExpired,
        long expired,
        long deadLetteredTotal,
        long mostFailedDeliveries,
        @Nullable Instant firstEnqueuedAt,
        @Nullable Instant lastCompletedAt) {

    /// Messages that became active and still are in the queue, in whatever state.
    public long held() {
        return active + locked + deferred;
    }

    /// Whether nothing is left to do: neither now nor when a schedule comes due.
    public boolean isDrained() {
        return scheduled == 0 && held() == 0;
    }
}
