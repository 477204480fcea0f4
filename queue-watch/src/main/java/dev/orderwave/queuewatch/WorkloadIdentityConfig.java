package dev.orderwave.queuewatch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/// Who a pod is to Entra ID. The names are those of the environment variables (`AZURE_CLIENT_ID` and so on) that the
/// webhook of Azure Workload Identity gives to a pod with the label `azure.workload.identity/use`.
@ConfigMapping(prefix = "azure")
public interface WorkloadIdentityConfig {
    /// The managed identity that the pod signs in as.
    Optional<String> clientId();

    /// The tenant of that identity.
    Optional<String> tenantId();

    /// A file with the token of the pod's service account, which Kubernetes writes anew before it expires. Where it is
    /// set the pod has an identity.
    Optional<String> federatedTokenFile();

    /// Where Entra ID answers.
    @WithDefault("https://login.microsoftonline.com/")
    URI authorityHost();
}
