package dev.orderwave.loadgen.run;

import dev.orderwave.azure.AzureException;
import dev.orderwave.azure.BlobStorage;
import dev.orderwave.ledger.BlobName;
import dev.orderwave.loadgen.verify.Outbox;
import java.util.concurrent.atomic.AtomicInteger;

/// Order ids that no blob bears yet, so that a cycle never finds the blobs of an earlier one.
final class UnusedIds {
    private static final int LONGEST_ID = 9;

    private UnusedIds() {}

    /// The first of them; all above it are unused as well.
    ///
    /// @throws AzureException if an outbox cannot be read
    static int first(BlobStorage storage) {
        var highest = new AtomicInteger();
        for (var outbox : Outbox.values()) {
            storage.container(outbox.container()).forEach(blob -> highest.accumulateAndGet(id(blob.name()), Math::max));
        }
        return highest.get() + 1;
    }

    /// 0 for a name that no order of ours has.
    private static int id(String blob) {
        var id = new BlobName(blob).orderId();
        return id.length() <= LONGEST_ID && id.chars().allMatch(c -> c >= '0' && c <= '9') && !id.isEmpty()
                ? Integer.parseInt(id)
                : 0;
    }
}
