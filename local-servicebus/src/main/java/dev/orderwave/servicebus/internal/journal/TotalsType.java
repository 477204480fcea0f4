package dev.orderwave.servicebus.internal.journal;

import dev.orderwave.servicebus.internal.queue.Totals;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/// A queue's totals in the file.
final class TotalsType extends BasicDataType<Totals> {
    private static final int OBJECTS = 160;
    private static final long NEVER = 0;

    @Override
    public int getMemory(Totals totals) {
        return OBJECTS;
    }

    @Override
    public void write(WriteBuffer out, Totals totals) {
        out.putVarLong(totals.lastSequenceNumber())
                .putVarLong(totals.enqueued())
                .putVarLong(totals.delivered())
                .putVarLong(totals.completed())
                .putVarLong(totals.abandoned())
                .putVarLong(totals.lockExpired())
                .putVarLong(totals.expired())
                .putVarLong(totals.deadLettered())
                .putVarLong(totals.mostFailedDeliveries())
                .putVarLong(millis(totals.firstEnqueuedAt()))
                .putVarLong(millis(totals.lastCompletedAt()));
    }

    @Override
    public Totals read(ByteBuffer in) {
        return new Totals(
                DataUtils.readVarLong(in),
                DataUtils.readVarLong(in),
                DataUtils.readVarLong(in),
                DataUtils.readVarLong(in),
                DataUtils.readVarLong(in),
                DataUtils.readVarLong(in),
                DataUtils.readVarLong(in),
                DataUtils.readVarLong(in),
                DataUtils.readVarLong(in),
                instant(DataUtils.readVarLong(in)),
                instant(DataUtils.readVarLong(in)));
    }

    @Override
    public Totals[] createStorage(int size) {
        return new Totals[size];
    }

    private static long millis(@Nullable Instant moment) {
        return moment == null ? NEVER : moment.toEpochMilli();
    }

    private static @Nullable Instant instant(long millis) {
        return millis == NEVER ? null : Instant.ofEpochMilli(millis);
    }
}
