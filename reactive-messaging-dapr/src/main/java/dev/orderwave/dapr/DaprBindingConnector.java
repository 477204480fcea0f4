package dev.orderwave.dapr;

import static org.eclipse.microprofile.reactive.messaging.spi.ConnectorFactory.CHANNEL_NAME_ATTRIBUTE;

import io.smallrye.reactive.messaging.annotations.ConnectorAttribute;
import io.smallrye.reactive.messaging.annotations.ConnectorAttribute.Direction;
import io.smallrye.reactive.messaging.connector.InboundConnector;
import io.smallrye.reactive.messaging.connector.OutboundConnector;
import io.smallrye.reactive.messaging.health.HealthReport;
import io.smallrye.reactive.messaging.health.HealthReporter;
import io.smallrye.reactive.messaging.providers.connectors.ExecutionHolder;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;

/// Connects channels to Dapr bindings.
///
/// Incoming: daprd posts each event of the input binding to this application. The post is answered with exactly 200
/// after the message was acked and with 500 after it was nacked, so the binding completes what was processed and
/// gets back the rest. Outgoing: each message is one call of the output binding; it is acked when daprd accepted it
/// and nacked otherwise. A failed call never ends the channel.
@Singleton
@Connector(DaprBindingConnector.NAME)
@ConnectorAttribute(
        name = "binding",
        type = "string",
        direction = Direction.INCOMING_AND_OUTGOING,
        description = "Name of the Dapr component; the channel's name if absent. Events arrive at `/BINDING`")
@ConnectorAttribute(
        name = "health-enabled",
        type = "boolean",
        direction = Direction.INCOMING_AND_OUTGOING,
        defaultValue = "true",
        description = "Whether the channel takes part in the readiness check")
@ConnectorAttribute(
        name = "max-in-flight",
        type = "int",
        direction = Direction.INCOMING_AND_OUTGOING,
        defaultValue = "256",
        description =
                "Most messages that are not settled yet. Incoming: one more is refused with 503. Outgoing: one more waits")
@ConnectorAttribute(
        name = "max-in-flight-bytes",
        type = "int",
        direction = Direction.INCOMING,
        defaultValue = "33554432",
        description = "Most payload bytes that are not settled yet; what exceeds them is refused with 503")
@ConnectorAttribute(
        name = "max-body-bytes",
        type = "int",
        direction = Direction.INCOMING,
        defaultValue = "1048576",
        description = "Largest payload of one message; a larger one is refused with 413")
@ConnectorAttribute(
        name = "app-port",
        type = "int",
        direction = Direction.INCOMING,
        alias = "app.port",
        defaultValue = "8080",
        description = "Port that daprd posts to (its `--app-port`); also read from `APP_PORT`")
@ConnectorAttribute(
        name = "app-host",
        type = "string",
        direction = Direction.INCOMING,
        defaultValue = "0.0.0.0",
        description = "Address that is listened on")
@ConnectorAttribute(
        name = "app-api-token",
        type = "string",
        direction = Direction.INCOMING,
        alias = "app.api.token",
        description =
                "If set, events without it in the `dapr-api-token` header are refused with 401; also read from `APP_API_TOKEN`")
@ConnectorAttribute(
        name = "app-health-path",
        type = "string",
        direction = Direction.INCOMING,
        defaultValue = "/healthz",
        description =
                "Path of daprd's app health check; 200 while every incoming channel takes messages, 503 otherwise")
@ConnectorAttribute(
        name = "connection-close-interval",
        type = "int",
        direction = Direction.INCOMING,
        defaultValue = "32",
        description =
                "Every so many responses carry `Connection: close`, so that a shared daprd spreads over the replicas; 0 for never")
@ConnectorAttribute(
        name = "failure-pause",
        type = "int",
        direction = Direction.INCOMING,
        defaultValue = "1000",
        description =
                "Time in ms that the answer to a failed event waits, so that a message that keeps failing comes about that often")
@ConnectorAttribute(
        name = "idle-timeout",
        type = "int",
        direction = Direction.INCOMING,
        defaultValue = "120000",
        description =
                "Time in ms after which a silent connection is closed, also amid a body; longer than a message ever takes")
@ConnectorAttribute(
        name = "drain-timeout",
        type = "int",
        direction = Direction.INCOMING,
        defaultValue = "10000",
        description = "Longest time in ms that a shutdown waits for messages in flight to be settled")
@ConnectorAttribute(
        name = "leave-timeout",
        type = "int",
        direction = Direction.INCOMING,
        defaultValue = "5000",
        description =
                "Longest time in ms that a shutdown waits for daprd to see by its health check that it must stop reading; more than four intervals of that check")
@ConnectorAttribute(
        name = "operation",
        type = "string",
        direction = Direction.OUTGOING,
        defaultValue = "create",
        description = "Operation of the binding, unless the message names one")
@ConnectorAttribute(
        name = "metadata",
        type = "string",
        direction = Direction.OUTGOING,
        description = "Metadata of every call, as `name=value,name=value`; a message's own metadata goes before it")
@ConnectorAttribute(
        name = "send-timeout",
        type = "int",
        direction = Direction.OUTGOING,
        defaultValue = "20000",
        description = "Longest time in ms that one call may take before its message is nacked")
@ConnectorAttribute(
        name = "client-max-age",
        type = "int",
        direction = Direction.OUTGOING,
        defaultValue = "60000",
        description =
                "Age in ms at which the connection to daprd is renewed, so that several daprd replicas share the calls")
@ConnectorAttribute(
        name = "grpc-endpoint",
        type = "string",
        direction = Direction.OUTGOING,
        alias = "dapr.grpc.endpoint",
        description =
                "Address of daprd's gRPC API; also read from `DAPR_GRPC_ENDPOINT`, and `DAPR_GRPC_PORT` for this host")
@ConnectorAttribute(
        name = "http-endpoint",
        type = "string",
        direction = Direction.OUTGOING,
        alias = "dapr.http.endpoint",
        description =
                "Address of daprd's HTTP API, used by the readiness check; also read from `DAPR_HTTP_ENDPOINT`, and `DAPR_HTTP_PORT` for this host")
@ConnectorAttribute(
        name = "api-token",
        type = "string",
        direction = Direction.OUTGOING,
        alias = "dapr.api.token",
        description = "Token that daprd wants; also read from `DAPR_API_TOKEN`")
public class DaprBindingConnector implements InboundConnector, OutboundConnector, HealthReporter {
    /// What channels name as their `connector`.
    public static final String NAME = "dapr-binding";

    private final Vertx vertx;
    private final Map<Integer, AppServer> servers = new ConcurrentHashMap<>();
    private final Map<DaprEndpoint, DaprConnection> connections = new ConcurrentHashMap<>();
    private final List<ChannelHealth> channels = new CopyOnWriteArrayList<>();

    @Inject
    DaprBindingConnector(ExecutionHolder executionHolder) {
        this(executionHolder.vertx().getDelegate());
    }

    DaprBindingConnector(Vertx vertx) {
        this.vertx = vertx;
    }

    /// @throws IllegalStateException if the app port is taken, or two channels name the same binding
    @Override
    public Flow.Publisher<? extends Message<?>> getPublisher(Config config) {
        var incoming = new DaprBindingConnectorIncomingConfiguration(config);
        var server = servers.computeIfAbsent(
                incoming.getAppPort(),
                port -> new AppServer(vertx.nettyEventLoopGroup().next(), AppServerConfig.of(incoming)));
        var binding = server.open(IncomingBindingConfig.of(incoming));
        if (incoming.getHealthEnabled()) {
            channels.add(new ChannelHealth(incoming.getChannel(), binding::health));
        }
        return binding.messages();
    }

    @Override
    public Flow.Subscriber<? extends Message<?>> getSubscriber(Config config) {
        var outgoing = new DaprBindingConnectorOutgoingConfiguration(config);
        var daprd = DaprEndpoint.of(outgoing);
        var connection = connections.computeIfAbsent(
                daprd,
                endpoint ->
                        new DaprConnection(endpoint, vertx.nettyEventLoopGroup().next(), this::runBlocking));
        if (outgoing.getHealthEnabled()) {
            var health = DaprHealth.of(daprd);
            channels.add(new ChannelHealth(config.getValue(CHANNEL_NAME_ATTRIBUTE, String.class), health::ask));
        }
        return new OutgoingBinding(OutgoingBindingConfig.of(outgoing), connection);
    }

    /// What came through an input binding up to now.
    ///
    /// @throws IllegalArgumentException if no channel reads it
    public Traffic traffic(String binding) {
        return servers.values().stream()
                .flatMap(server -> server.traffic(binding).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no channel reads the binding " + binding));
    }

    /// Has daprd stop reading all input bindings and start again, so that each gets a new connection. For links that
    /// fell silent, of which daprd does not know.
    ///
    /// The app health check answers 503 for five seconds; what comes meanwhile is taken in.
    public void interruptReading() {
        servers.values().forEach(AppServer::interruptReading);
    }

    /// Ready means: every incoming channel takes messages, and daprd answers for the outgoing ones. Traffic plays no
    /// part.
    @Override
    public HealthReport getReadiness() {
        var report = HealthReport.builder();
        channels.forEach(channel -> report.add(channel.report()));
        return report.build();
    }

    /// Always alive: a connector that cannot reach daprd gets well by itself, and a restart would not help it.
    @Override
    public HealthReport getLiveness() {
        return HealthReport.OK_INSTANCE;
    }

    /// Has daprd stop reading, refuses new messages, waits for those in flight, and only then lets go of daprd.
    void terminate(@Observes @Priority(50) @BeforeDestroyed(ApplicationScoped.class) Object event) {
        close();
    }

    private void runBlocking(Runnable work) {
        vertx.executeBlocking(Executors.callable(work), false);
    }

    void close() {
        servers.values().forEach(AppServer::drain);
        servers.values().forEach(AppServer::close);
        connections.values().forEach(DaprConnection::close);
    }
}
