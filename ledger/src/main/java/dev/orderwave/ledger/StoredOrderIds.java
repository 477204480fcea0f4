package dev.orderwave.ledger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orderwave.azure.BlobContainer;
import dev.orderwave.azure.BlobStorage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// The ids of the data set that the load keeps in storage. Reads ids only, so a large one takes little memory.
public final class StoredOrderIds {

    private static final String CONTAINER = "testdata";
    private static final String ORDERS = "orders.ndjson.gz";
    private static final String MANIFEST = "orders.manifest.json";
    private static final JsonFactory JSON = new JsonFactory();

    private final BlobContainer container;

    public StoredOrderIds(BlobStorage storage) {
        this.container = storage.container(CONTAINER);
    }

    /// @throws LedgerException if there is no data set, or fewer or more orders than its manifest says
    public OrderIds load() {
        try {
            var ids = ids(fetch(ORDERS));
            var promised =
                    new ObjectMapper().readTree(fetch(MANIFEST)).path("count").asInt();
            if (ids.size() != promised) {
                throw new LedgerException("%s/%s holds %d orders, but its manifest says %d: run \"loadgen generate\""
                        .formatted(CONTAINER, ORDERS, ids.size(), promised));
            }
            return OrderIds.of(ids);
        } catch (IOException invalid) {
            throw new LedgerException("%s/%s is no data set (%s): run \"loadgen generate\""
                    .formatted(CONTAINER, ORDERS, invalid.getMessage()));
        }
    }

    private byte[] fetch(String blob) {
        if (!container.exists()) {
            throw absent("container " + CONTAINER);
        }
        return container.read(blob).orElseThrow(() -> absent("blob " + CONTAINER + "/" + blob));
    }

    private static LedgerException absent(String what) {
        return new LedgerException(what + " does not exist, so it is not known which orders there should be:"
                + " name them by --orders or --ids, or give --everything to list what there is");
    }

    private static List<Integer> ids(byte[] zipped) throws IOException {
        var ids = new ArrayList<Integer>();
        try (var orders = JSON.createParser(new GZIPInputStream(new ByteArrayInputStream(zipped)))) {
            while (orders.nextToken() == JsonToken.START_OBJECT) {
                ids.add(orderId(orders));
            }
        }
        return ids;
    }

    private static int orderId(JsonParser order) throws IOException {
        int id = 0;
        while (order.nextToken() == JsonToken.FIELD_NAME) {
            var isId = order.currentName().equals("orderId");
            order.nextToken();
            if (isId) {
                id = order.getIntValue();
            } else {
                order.skipChildren();
            }
        }
        return id;
    }
}
