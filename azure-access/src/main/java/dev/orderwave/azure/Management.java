package dev.orderwave.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.http.policy.RetryOptions;
import com.azure.core.util.UrlBuilder;
import com.azure.messaging.servicebus.administration.ServiceBusAdministrationClientBuilder;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import reactor.core.publisher.Mono;

/// A namespace's management, which answers by HTTPS where the namespace is.
///
/// The SDK knows no other place. The emulator's, and the local Service Bus's, answers by HTTP on a port of its own, so
/// its requests are sent there.
///
/// @param clients makes a builder with the credentials
/// @param elsewhere where it answers, if not at the namespace
record Management(Supplier<ServiceBusAdministrationClientBuilder> clients, String namespace, Optional<URI> elsewhere) {

    private static final int EMULATOR_PORT = 5300;
    private static final Pattern HOST = Pattern.compile("(?i)\\bEndpoint=[a-z]+://([^/:;]+)");
    private static final String EMULATOR = "usedevelopmentemulator=true";

    static Management connect(String connectionString) {
        var host = host(connectionString);
        return new Management(
                () -> new ServiceBusAdministrationClientBuilder().connectionString(connectionString),
                host,
                connectionString.toLowerCase(Locale.ROOT).contains(EMULATOR)
                        ? Optional.of(URI.create("http://" + host + ":" + EMULATOR_PORT))
                        : Optional.empty());
    }

    static Management connect(String namespace, TokenCredential credential) {
        return new Management(
                () -> new ServiceBusAdministrationClientBuilder().credential(namespace, credential),
                namespace,
                Optional.empty());
    }

    Management at(URI endpoint) {
        return new Management(clients, namespace, Optional.of(endpoint));
    }

    QueueCounter counter() {
        // One more try for a hiccup: who watches asks again soon.
        var builder = clients.get().retryOptions(new RetryOptions(new FixedDelayOptions(1, Duration.ofMillis(200))));
        elsewhere.map(Redirection::new).ifPresent(builder::addPolicy);
        return new QueueCounter(
                builder.buildClient(), elsewhere.map(URI::toString).orElse(namespace));
    }

    private static String host(String connectionString) {
        var host = HOST.matcher(connectionString);
        if (!host.find()) {
            throw new IllegalArgumentException("a connection string needs an Endpoint");
        }
        return host.group(1);
    }

    private record Redirection(URI to) implements HttpPipelinePolicy {
        @Override
        public Mono<HttpResponse> process(HttpPipelineCallContext call, HttpPipelineNextPolicy next) {
            redirect(call);
            return next.process();
        }

        @Override
        public HttpResponse processSync(HttpPipelineCallContext call, HttpPipelineNextSyncPolicy next) {
            redirect(call);
            return next.processSync();
        }

        private void redirect(HttpPipelineCallContext call) {
            var request = call.getHttpRequest();
            var url =
                    UrlBuilder.parse(request.getUrl()).setScheme(to.getScheme()).setHost(to.getHost());
            if (to.getPort() > 0) {
                url.setPort(to.getPort());
            }
            try {
                request.setUrl(url.toUrl());
            } catch (MalformedURLException malformed) {
                throw new IllegalArgumentException(to + " is no address of a Service Bus management", malformed);
            }
        }
    }
}
