package dev.orderwave.queuewatch;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.orderwave.queuewatch.QueueDepth.Counts;
import dev.orderwave.servicebus.LocalServiceBus;
import dev.orderwave.servicebus.LocalServiceBusConfig;
import dev.orderwave.servicebus.QueueConfig;
import io.vertx.core.Vertx;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueueDepthTest {
    private static final String CONNECTION_STRING =
            "Endpoint=sb://orders.servicebus.windows.net/;SharedAccessKeyName=watch;SharedAccessKey=c2VjcmV0=";

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void the_local_bus_tells_how_much_waits() {
        try (var bus = LocalServiceBus.start(LocalServiceBusConfig.onFreePorts(QueueConfig.named("orders")))) {
            var endpoint = URI.create("http://127.0.0.1:" + bus.statisticsPort());

            assertThat(counts(endpoint, SignIn.NONE)).isEqualTo(new Counts(0, 0));
        }
    }

    /// Only Azure asks for a signature, so its side is played.
    @Test
    void a_question_to_azure_is_signed_and_its_answer_is_read() {
        var azure = new WireMockServer(options().dynamicPort());
        azure.start();
        try {
            azure.stubFor(get(urlPathEqualTo("/orders")).willReturn(ok("""
                            <CountDetails>
                              <d2p1:ActiveMessageCount>42</d2p1:ActiveMessageCount>
                              <d2p1:DeadLetterMessageCount>7</d2p1:DeadLetterMessageCount>
                              <d2p1:TransferDeadLetterMessageCount>3</d2p1:TransferDeadLetterMessageCount>
                            </CountDetails>""")));

            assertThat(counts(URI.create(azure.baseUrl()), Signature.of(CONNECTION_STRING)))
                    .isEqualTo(new Counts(42, 7));
            azure.verify(getRequestedFor(urlPathEqualTo("/orders"))
                    .withQueryParam("api-version", equalTo("2021-05"))
                    .withHeader(
                            "Authorization",
                            matching("SharedAccessSignature sr=http%3A%2F%2F.*%2Forders&sig=[^&]+&se=\\d+&skn=watch")));
        } finally {
            azure.stop();
        }
    }

    @Test
    void a_refusal_is_told_with_its_status() {
        var azure = new WireMockServer(options().dynamicPort());
        azure.start();
        try {
            azure.stubFor(get(urlPathEqualTo("/orders")).willReturn(unauthorized()));

            assertThatThrownBy(() -> counts(URI.create(azure.baseUrl()), SignIn.NONE))
                    .hasMessageContaining("/orders answered 401");
        } finally {
            azure.stop();
        }
    }

    private Counts counts(URI endpoint, SignIn signIn) {
        var depth = new QueueDepth(vertx.createHttpClient(), endpoint, "orders", signIn);
        return depth.counts().toCompletionStage().toCompletableFuture().join();
    }
}
