package dev.orderwave.azure;

import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobErrorCode;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.BlobStorageException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A container and the few things that commands need of it. Whatever fails comes out as an [AzureException].
public final class BlobContainer {

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
                if (BlobErrorCode.BLOB_NOT_FOUND.equals(fault.getErrorCode())) {
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

    /// A blob as read.
    ///
    /// @param tag what Storage calls this version
    public record Version(String blob, byte[] content, String tag, Instant lastModified) {}

    /// A blob as listed. Storage keeps `lastModified` in whole seconds.
    public record StoredBlob(String name, Instant lastModified) {}
}
