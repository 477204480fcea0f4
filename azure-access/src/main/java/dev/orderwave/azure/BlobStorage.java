package dev.orderwave.azure;

import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.common.policy.RequestRetryOptions;
import com.azure.storage.common.policy.RetryPolicyType;
import java.time.Duration;

/// A storage account, real or local.
public final class BlobStorage {

    private static final String PUBLIC_CLOUD = ".blob.core.windows.net";

    /// Three tries within about a second: enough for a hiccup, short enough for someone who forgot to start it.
    private static final RequestRetryOptions RETRIES = new RequestRetryOptions(
            RetryPolicyType.EXPONENTIAL,
            3,
            Duration.ofSeconds(30),
            Duration.ofMillis(200),
            Duration.ofSeconds(1),
            null);

    private final BlobServiceClient client;

    private BlobStorage(BlobServiceClient client) {
        this.client = client;
    }

    /// Opens nothing yet: an account that is not there shows at the first call.
    public static BlobStorage connect(String connectionString) {
        try {
            return new BlobStorage(new BlobServiceClientBuilder()
                    .connectionString(connectionString)
                    .retryOptions(RETRIES)
                    .buildClient());
        } catch (RuntimeException malformed) {
            // Of whatever kind it is, the SDK's own message may quote the string, and with it the key.
            throw new AzureException(
                    "the blob connection string is malformed: it needs DefaultEndpointsProtocol, AccountName,"
                            + " AccountKey and, if not in Azure, BlobEndpoint, each as name=value; separated by semicolons",
                    malformed);
        }
    }

    /// As whoever is signed in: a workload identity, a managed identity, or the user of the Azure CLI.
    ///
    /// @param account its name, or its URL
    public static BlobStorage connectAsSignedIn(String account) {
        return new BlobStorage(new BlobServiceClientBuilder()
                .endpoint(url(account))
                .credential(new DefaultAzureCredentialBuilder().build())
                .retryOptions(RETRIES)
                .buildClient());
    }

    static String url(String account) {
        return account.contains("://") ? account : "https://" + account + PUBLIC_CLOUD;
    }

    /// Of the account.
    public String url() {
        return client.getAccountUrl();
    }

    public BlobContainer container(String name) {
        return new BlobContainer(client.getBlobContainerClient(name));
    }
}
