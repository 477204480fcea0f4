package dev.orderwave.loadgen.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orderwave.azure.BlobContainer;
import dev.orderwave.azure.BlobStorage;
import dev.orderwave.loadgen.order.Order;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// Keeps one data set in the container `testdata`: the orders as zipped lines of JSON, and a manifest.
///
/// The manifest is written last and checked on every load, so a half-written or altered data set is an
/// error and never a smaller wave.
public final class DataSetStore {

    public static final String CONTAINER = "testdata";

    static final String ORDERS = "orders.ndjson.gz";
    static final String MANIFEST = "orders.manifest.json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private final BlobContainer container;

    public DataSetStore(BlobStorage storage) {
        this.container = storage.container(CONTAINER);
    }

    /// Replaces the data set that was there.
    public Manifest save(DataSet dataSet) {
        var lines = Ndjson.of(dataSet.orders());
        var manifest = new Manifest(dataSet.size(), dataSet.seed(), lines.sha256());
        container.createIfAbsent();
        container.write(ORDERS, lines.zip());
        container.write(MANIFEST, toJson(manifest));
        return manifest;
    }

    /// Reads the data set and holds it against its manifest.
    ///
    /// @throws DataSetException if there is no data set, or it is not what its manifest says
    public DataSet load() {
        var manifest = readManifest(fetch(MANIFEST));
        var lines = unzip(fetch(ORDERS));
        var stored = lines.lines();
        if (stored.size() != manifest.count()) {
            throw new DataSetException("%s/%s holds %d orders, but its manifest says %d"
                    .formatted(CONTAINER, ORDERS, stored.size(), manifest.count()));
        }
        var sha256 = lines.sha256();
        if (!sha256.equals(manifest.sha256())) {
            throw new DataSetException("%s/%s has SHA-256 %s, but its manifest says %s"
                    .formatted(CONTAINER, ORDERS, sha256, manifest.sha256()));
        }
        return new DataSet(manifest.seed(), orders(stored));
    }

    private byte[] fetch(String blob) {
        if (!container.exists()) {
            throw new DataSetException("there is no data set, container " + CONTAINER + " does not exist");
        }
        return container
                .read(blob)
                .orElseThrow(() -> new DataSetException(
                        "there is no data set, blob " + CONTAINER + "/" + blob + " does not exist"));
    }

    private static List<Order> orders(List<byte[]> lines) {
        try {
            return lines.stream().map(Order::fromJson).toList();
        } catch (IllegalArgumentException invalid) {
            throw new DataSetException(CONTAINER + "/" + ORDERS + " holds a line that is not an order", invalid);
        }
    }

    private static Ndjson unzip(byte[] zipped) {
        try {
            return Ndjson.unzip(zipped);
        } catch (IOException invalid) {
            throw new DataSetException(CONTAINER + "/" + ORDERS + " is not a gzip file", invalid);
        }
    }

    private static Manifest readManifest(byte[] json) {
        try {
            return JSON.readValue(json, Manifest.class);
        } catch (IOException invalid) {
            throw new DataSetException(CONTAINER + "/" + MANIFEST + " is not a manifest", invalid);
        }
    }

    private static byte[] toJson(Manifest manifest) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
