package dev.orderwave.loadgen.azure;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobErrorCode;
import com.azure.storage.blob.models.BlobStorageException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A container and the few things the load needs of it. Whatever fails comes out as an [AzureException].
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
        return call(() -> {
            try {
                return Optional.of(client.getBlobClient(blob).downloadContent().toBytes());
            } catch (BlobStorageException fault) {
                if (BlobErrorCode.BLOB_NOT_FOUND.equals(fault.getErrorCode())) {
                    return Optional.empty();
                }
                throw fault;
            }
        });
    }

    /// Names and times only; one request per 5,000 blobs.
    public List<StoredBlob> list() {
        return call(() -> client.listBlobs().stream()
                .map(blob -> new StoredBlob(
                        blob.getName(), blob.getProperties().getLastModified().toInstant()))
                .toList());
    }

    private <T> T call(Supplier<T> request) {
        try {
            return request.get();
        } catch (RuntimeException fault) {
            throw BlobFaults.explain(client, fault);
        }
    }

    /// A blob as listed. Storage keeps `lastModified` in whole seconds.
    public record StoredBlob(String name, Instant lastModified) {}
}
