package dev.orderwave.dapr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderwave.dapr.grpc.GrpcServer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DaprEndpointTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:50001, 127.0.0.1, 50001, false",
        "distributor-daprd:50001, distributor-daprd, 50001, false",
        "under_score, under_score, 443, false",
        "http://daprd, daprd, 80, false",
        "http://daprd:3500, daprd, 3500, false",
        "https://daprd.example.org, daprd.example.org, 443, true",
        "dns:daprd:50001, daprd, 50001, false",
        "dns:///daprd:50001?tls=true, daprd, 50001, true",
        "daprd:50001?tls=false, daprd, 50001, false",
        "[::1]:50001, ::1, 50001, false",
    })
    void an_address_says_where_daprd_is_and_whether_by_tls(String address, String host, int port, boolean tls) {
        var server = endpoint(Optional.of(address)).server();

        assertThat(server).returns(host, GrpcServer::host).returns(port, GrpcServer::port);
        assertThat(server.tls().isPresent()).isEqualTo(tls);
    }

    @Test
    void without_an_address_daprd_is_on_this_host() {
        assertThat(endpoint(Optional.empty()).server()).isEqualTo(new GrpcServer("127.0.0.1", 50001, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unix:///tmp/daprd.sock", "ftp://daprd", "daprd:port", "http://daprd/path", ":50001"})
    void what_is_no_address_is_named(String address) {
        assertThatThrownBy(() -> endpoint(Optional.of(address)).server())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(address)
                .hasMessageContaining("host:port");
    }

    private static DaprEndpoint endpoint(Optional<String> grpc) {
        return new DaprEndpoint(
                grpc, Optional.empty(), Optional.empty(), Duration.ofMinutes(1), Duration.ofSeconds(20));
    }
}
