package dev.orderwave.loadgen.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orderwave.azure.BlobContainer;
import dev.orderwave.azure.BlobStorage;
import dev.orderwave.loadgen.order.Order;
import dev.orderwave.loadgen.order.OrderGenerator;
import dev.orderwave.loadgen.order.OrderSchema;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/// Keeps one data set in the container `testdata`: the orders as zipped lines of JSON, their schema, and a
/// manifest.
///
/// The manifest is written last and checked on every load, so a half-written or altered data set is an
/// error and never a smaller wave.
public final class DataSetStore {

    public static final String CONTAINER = "testdata";

    static final String ORDERS = "orders.ndjson.gz";
    static final String MANIFEST = "orders.manifest.json";
    static final String SCHEMA = "order.schema.json";

    private static final int BUFFER = 1 << 16;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private final BlobContainer container;

    public DataSetStore(BlobStorage storage) {
        this.container = storage.container(CONTAINER);
    }

    /// Makes a data set and stores it in place of the one that was there; it is never held as a whole.
    ///
    /// @throws IllegalArgumentException if there is no order in it
    public Manifest save(OrderGenerator generator, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("a data set needs at least one order, was to have " + count);
        }
        return save(generator.seed(), generator.stream(count).map(Order::toJson));
    }

    Manifest save(long seed, Stream<byte[]> lines) {
        var tally = new Tally();
        container.createIfAbsent();
        container.write(ORDERS, blob -> {
            try (var zipped = new GZIPOutputStream(blob, BUFFER)) {
                Ndjson.write(lines.map(tally::pass), zipped);
            }
        });
        var manifest = tally.manifest(seed);
        container.write(SCHEMA, OrderSchema.json());
        container.write(MANIFEST, toJson(manifest));
        return manifest;
    }

    /// Reads the data set and holds it against its manifest.
    ///
    /// @throws DataSetException if there is no data set, or it is not what its manifest says
    public DataSet load() {
        var manifest = manifest();
        var dataSet = container.read(ORDERS, blob -> unzip(blob, manifest)).orElseThrow(() -> absent(ORDERS));
        if (dataSet.size() != manifest.count()) {
            throw new DataSetException("%s/%s holds %d orders, but its manifest says %d"
                    .formatted(CONTAINER, ORDERS, dataSet.size(), manifest.count()));
        }
        if (!dataSet.manifest().equals(manifest)) {
            throw new DataSetException("%s/%s has SHA-256 %s, but its manifest says %s"
                    .formatted(CONTAINER, ORDERS, dataSet.manifest().sha256(), manifest.sha256()));
        }
        return dataSet;
    }

    /// Which data set is there.
    ///
    /// @throws DataSetException if there is none
    public Manifest manifest() {
        if (!container.exists()) {
            throw new DataSetException("there is no data set, container " + CONTAINER + " does not exist");
        }
        return readManifest(container.read(MANIFEST).orElseThrow(() -> absent(MANIFEST)));
    }

    private static DataSetException absent(String blob) {
        return new DataSetException("there is no data set, blob " + CONTAINER + "/" + blob + " does not exist");
    }

    private static DataSet unzip(InputStream blob, Manifest manifest) throws IOException {
        var builder = new DataSetBuilder();
        try (var lines = new GZIPInputStream(blob, BUFFER)) {
            Ndjson.read(lines, builder::add);
            return builder.build(manifest.seed());
        } catch (ZipException | EOFException invalid) {
            throw new DataSetException(CONTAINER + "/" + ORDERS + " is not a whole gzip file", invalid);
        } catch (IllegalArgumentException invalid) {
            throw new DataSetException(CONTAINER + "/" + ORDERS + " is not a data set", invalid);
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
