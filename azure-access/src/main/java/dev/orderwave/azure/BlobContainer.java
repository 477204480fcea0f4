package dev.orderwave.azure;

import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobErrorCode;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.options.BlobParallelUploadOptions;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A container and the few things that commands need of it. Whatever fails comes out as an [AzureException].
public final class BlobContainer {

    /// There is one already; it is another; there is none any more.
    private static final Set<BlobErrorCode> WRITTEN_BY_ANOTHER =
            Set.of(BlobErrorCode.BLOB_ALREADY_EXISTS, BlobErrorCode.CONDITION_NOT_MET, BlobErrorCode.BLOB_NOT_FOUND);

    private final BlobContainerClient client;

    BlobContainer(BlobContainerClient client) {
        this.client = client;
    }

    public String name() {
        return client.getBlobContainerName();
    }

    public boolean exists() {
        return call(client::exists);
    }

    public void createIfAbsent() {
        call(client::createIfNotExists);
    }

    /// Overwrites.
    public void write(String blob, byte[] content) {
        call(() -> {
            client.getBlobClient(blob).upload(BinaryData.fromBytes(content), true);
            return blob;
        });
    }

    /// Overwrites, piece by piece as it is made; a content that fails midway leaves what was there.
    public void write(String blob, Content content) {
        var out = call(() -> client.getBlobClient(blob).getBlockBlobClient().getBlobOutputStream(true));
        try {
            content.writeTo(new Uncommitted(out));
            // Not reached when the content failed: to close is to commit.
            out.close();
        } catch (IOException fault) {
            throw BlobFaults.explain(client, answerIn(fault));
        }
    }

    /// Reads piece by piece. Empty if there is no such blob.
    public <T> Optional<T> read(String blob, Reading<T> reading) {
        var opened = open(blob);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try (var in = opened.get()) {
            return Optional.of(reading.readFrom(in));
        } catch (IOException fault) {
            throw BlobFaults.explain(client, answerIn(fault));
        }
    }

    private Optional<InputStream> open(String blob) {
        return call(() -> {
            try {
                return Optional.of(client.getBlobClient(blob).openInputStream());
            } catch (BlobStorageException fault) {
                return absent(fault);
            }
        });
    }

    private static <T> Optional<T> absent(BlobStorageException fault) {
        if (BlobErrorCode.BLOB_NOT_FOUND.equals(fault.getErrorCode())) {
            return Optional.empty();
        }
        throw fault;
    }

    /// The SDK's streams wrap what Storage answered.
    private static RuntimeException answerIn(IOException fault) {
        return fault.getCause() instanceof RuntimeException answer ? answer : new UncheckedIOException(fault);
    }

    /// What the storage's clock says.
    public ClockReading readClock() {
        return call(() -> {
            var asked = Instant.now();
            var answer = client.getPropertiesWithResponse(null, null, Context.NONE);
            return ClockReading.of(asked, answer.getHeaders(), Instant.now());
        });
    }

    /// Empty if there is no such blob.
    public Optional<byte[]> read(String blob) {
        return readVersion(blob).map(Version::content);
    }

    /// Names and times only; one request per 5,000 blobs.
    public List<StoredBlob> list() {
        var all = new ArrayList<StoredBlob>();
        forEach(all::add);
        return List.copyOf(all);
    }

    /// As [#list], without holding them all.
    public void forEach(Consumer<StoredBlob> action) {
        call(() -> {
            client.listBlobs()
                    .forEach(blob -> action.accept(new StoredBlob(
                            blob.getName(),
                            blob.getProperties().getCreationTime().toInstant(),
                            blob.getProperties().getLastModified().toInstant())));
            return client;
        });
    }

    /// As [#read], and the version that was read.
    public Optional<Version> readVersion(String blob) {
        return call(() -> {
            try {
                var answer = client.getBlobClient(blob).downloadContentWithResponse(null, null, null, Context.NONE);
                return Optional.of(new Version(
                        blob,
                        answer.getValue().toBytes(),
                        answer.getDeserializedHeaders().getETag(),
                        answer.getDeserializedHeaders().getLastModified().toInstant()));
            } catch (BlobStorageException fault) {
                return absent(fault);
            }
        });
    }

    /// Replaces a version that was read or written, or makes the blob, unless someone else did so first.
    ///
    /// @param tag of the version to replace; empty if there must be none
    /// @return the tag of what is there now; empty if it was someone else who wrote
    public Optional<String> replace(String blob, Optional<String> tag, byte[] content) {
        return call(() -> {
            var condition = tag.map(new BlobRequestConditions()::setIfMatch)
                    .orElseGet(() -> new BlobRequestConditions().setIfNoneMatch("*"));
            var options = new BlobParallelUploadOptions(BinaryData.fromBytes(content)).setRequestConditions(condition);
            try {
                return Optional.of(client.getBlobClient(blob)
                        .uploadWithResponse(options, null, Context.NONE)
                        .getValue()
                        .getETag());
            } catch (BlobStorageException fault) {
                if (WRITTEN_BY_ANOTHER.contains(fault.getErrorCode())) {
                    return Optional.empty();
                }
                throw fault;
            }
        });
    }

    /// Deletes what was read, and nothing that was written since.
    ///
    /// @return false if it was written anew
    public boolean delete(Version version) {
        return call(() -> {
            try {
                var unchanged = new BlobRequestConditions().setIfMatch(version.tag());
                client.getBlobClient(version.blob()).deleteIfExistsWithResponse(null, unchanged, null, Context.NONE);
                return true;
            } catch (BlobStorageException fault) {
                if (BlobErrorCode.CONDITION_NOT_MET.equals(fault.getErrorCode())) {
                    return false;
                }
                throw fault;
            }
        });
    }

    private <T> T call(Supplier<T> request) {
        try {
            return request.get();
        } catch (RuntimeException fault) {
            throw BlobFaults.explain(client, fault);
        }
    }

    /// Leaves it to us to close.
    private static final class Uncommitted extends FilterOutputStream {

        Uncommitted(OutputStream blob) {
            super(blob);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() {}
    }

    /// What is written to a blob.
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream blob) throws IOException;
    }

    /// What is made of a blob.
    @FunctionalInterface
    public interface Reading<T> {
        T readFrom(InputStream blob) throws IOException;
    }

    /// A blob as read.
    ///
    /// @param tag what Storage calls this version
    public record Version(String blob, byte[] content, String tag, Instant lastModified) {}

    /// A blob as listed. Storage tells its times in whole seconds, rounded down.
    ///
    /// @param created when there was first a blob of this name; Azurite takes one that is overwritten for a new one
    public record StoredBlob(String name, Instant created, Instant lastModified) {

        /// When it was first written after a moment, as far as is known; empty if not at all. One that is older and was
        /// overwritten may have kept the time of its creation.
        public Optional<Instant> firstWritten(Instant since) {
            return Stream.of(created, lastModified)
                    .filter(time -> !time.isBefore(since))
                    .findFirst();
        }
    }
}
