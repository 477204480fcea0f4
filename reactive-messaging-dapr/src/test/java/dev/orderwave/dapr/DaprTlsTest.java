package dev.orderwave.dapr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderwave.dapr.grpc.GrpcConnection;
import dev.orderwave.dapr.grpc.GrpcServer;
import io.dapr.config.Properties;
import io.dapr.config.Property;
import io.grpc.netty.GrpcSslContexts;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaprTlsTest {
    private static final String PASSWORD = "only for this test";

    @TempDir
    Path directory;

    private final NioEventLoopGroup loops = new NioEventLoopGroup(1);
    private Path authority = Path.of("");
    private Optional<ScriptedDaprd> daprd = Optional.empty();

    @BeforeEach
    void start() throws Exception {
        var keys = directory.resolve("daprd.p12");
        authority = directory.resolve("ca.pem");
        keytool(
                "-genkeypair",
                "-alias",
                "daprd",
                "-keyalg",
                "EC",
                "-dname",
                "CN=daprd",
                "-ext",
                "san=dns:localhost",
                "-keystore",
                keys.toString());
        keytool("-exportcert", "-rfc", "-alias", "daprd", "-file", authority.toString(), "-keystore", keys.toString());
        var tls = tls(keys);
        daprd = Optional.of(new ScriptedDaprd(server -> server.sslContext(tls)));
    }

    @AfterEach
    void stop() {
        daprd.ifPresent(ScriptedDaprd::close);
        loops.shutdownGracefully(0, 0, TimeUnit.SECONDS).syncUninterruptibly();
    }

    @Test
    void a_daprd_that_the_named_authority_vouches_for_is_called() {
        call("localhost", Map.of(Properties.GRPC_TLS_CA_PATH, authority.toString()))
                .join();

        assertThat(daprd.orElseThrow().calls).hasSize(1);
    }

    @Test
    void one_that_nobody_vouches_for_is_not() {
        assertThatThrownBy(call("localhost", Map.of())::join).hasMessageContaining("UNAVAILABLE");
        assertThat(daprd.orElseThrow().calls).isEmpty();
    }

    @Test
    void nor_is_one_by_another_name() {
        assertThatThrownBy(call("127.0.0.1", Map.of(Properties.GRPC_TLS_CA_PATH, authority.toString()))::join)
                .hasMessageContaining("UNAVAILABLE");
        assertThat(daprd.orElseThrow().calls).isEmpty();
    }

    @Test
    void a_file_that_cannot_be_read_is_named() {
        assertThatThrownBy(() -> DaprTls.of(properties(Map.of(Properties.GRPC_TLS_CA_PATH, "/no/such/ca.pem")), true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/no/such/ca.pem");
    }

    @Test
    void it_is_plain_unless_the_address_or_a_certificate_asks_for_more() {
        assertThat(DaprTls.of(properties(Map.of()), false)).isEmpty();
        assertThat(DaprTls.of(properties(Map.of(Properties.GRPC_TLS_CA_PATH, authority.toString())), false))
                .isPresent();
    }

    private CompletableFuture<Void> call(String host, Map<Property<?>, String> settings) {
        var server = new GrpcServer(host, daprd.orElseThrow().port(), DaprTls.of(properties(settings), true));
        var method = new DaprEndpoint(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(30))
                .invokeBinding();
        var request = new BindingRequest("express-outbox", "create", new byte[] {1}, Map.of());
        var loop = loops.next();
        var connection = GrpcConnection.open(server, method, loop, Runnable::run);
        return CompletableFuture.supplyAsync(() -> connection.call(Map.of(), request.encode()), loop)
                .thenCompose(answer -> answer);
    }

    private static Properties properties(Map<Property<?>, String> settings) {
        return new Properties(settings);
    }

    private static SslContext tls(Path keys) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        try (var file = Files.newInputStream(keys)) {
            store.load(file, PASSWORD.toCharArray());
        }
        var key = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        key.init(store, PASSWORD.toCharArray());
        return GrpcSslContexts.configure(SslContextBuilder.forServer(key)).build();
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        var keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor()).as(() -> "keytool " + List.of(arguments)).isZero();
    }
}
