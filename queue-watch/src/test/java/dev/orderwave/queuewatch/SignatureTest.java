package dev.orderwave.queuewatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignatureTest {
    /// The expected value was made with `openssl dgst -sha256 -hmac secret -binary | base64`.
    @Test
    void a_signature_is_the_hmac_of_resource_and_expiry() {
        var signature = new Signature("watch", "secret");

        var header = signature.authorize(
                URI.create("https://orders.servicebus.windows.net/q"), Instant.ofEpochSecond(1_700_000_000));

        assertThat(header)
                .isEqualTo(
                        "SharedAccessSignature sr=https%3A%2F%2Forders.servicebus.windows.net%2Fq&sig=bEy2wJ3G%2F%2FfkQ9bllJxX9ZJkBPuxw5MtdYRMtN7%2F5Pw%3D"
                                + "&se=1700000000&skn=watch");
    }

    @Test
    void a_connection_string_without_a_key_is_refused_and_not_quoted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Signature.of("Endpoint=sb://orders;SharedAccessKey=hidden"))
                .withMessageContaining("SharedAccessKeyName")
                .withMessageNotContaining("hidden");
    }
}
