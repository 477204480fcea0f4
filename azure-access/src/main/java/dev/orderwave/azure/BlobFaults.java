package dev.orderwave.azure;

import com.azure.core.exception.ClientAuthenticationException;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobErrorCode;
import com.azure.storage.blob.models.BlobStorageException;

/// Tells a storage fault the way its user can act on it.
final class BlobFaults {

    private BlobFaults() {}

    static AzureException explain(BlobContainerClient container, RuntimeException fault) {
        return new AzureException(
                switch (fault) {
                    case BlobStorageException answer -> explain(container, answer);
                    case ClientAuthenticationException _ ->
                        "nobody is signed in who may use blob storage at %s: sign in by \"az login\", or set the connection string"
                                .formatted(container.getAccountUrl());
                    default ->
                        "cannot reach blob storage at %s (%s): is it running, and is the connection string right?"
                                .formatted(container.getAccountUrl(), rootCause(fault));
                },
                fault);
    }

    private static String explain(BlobContainerClient container, BlobStorageException answer) {
        if (BlobErrorCode.CONTAINER_NOT_FOUND.equals(answer.getErrorCode())) {
            return "container %s does not exist at %s: create it, or start the service whose component creates it"
                    .formatted(container.getBlobContainerName(), container.getAccountUrl());
        }
        if (answer.getStatusCode() == 401 || answer.getStatusCode() == 403) {
            return ("blob storage at %s refused access to container %s (%s): check account name, key and network rules,"
                            + " or have the account's owner give you the role Storage Blob Data Contributor")
                    .formatted(container.getAccountUrl(), container.getBlobContainerName(), answer.getErrorCode());
        }
        return "blob storage at %s answered %d %s about container %s"
                .formatted(
                        container.getAccountUrl(),
                        answer.getStatusCode(),
                        answer.getErrorCode(),
                        container.getBlobContainerName());
    }

    private static String rootCause(Throwable fault) {
        var cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
