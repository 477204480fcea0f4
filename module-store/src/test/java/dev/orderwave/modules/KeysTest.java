package dev.orderwave.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KeysTest {
    private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);

    private final SignerKeys ours = SignerKeys.generate();

    @Test
    void what_a_key_signed_its_other_half_verifies() {
        assertThat(ours.verification().verifies(CONTENT, ours.signing().sign(CONTENT)))
                .isTrue();
    }

    @Test
    void a_signature_of_other_content_or_by_another_key_or_that_is_none_is_not_good() {
        var other = "other".getBytes(StandardCharsets.UTF_8);
        var theirs = SignerKeys.generate();

        assertThat(ours.verification().verifies(CONTENT, ours.signing().sign(other)))
                .isFalse();
        assertThat(ours.verification().verifies(CONTENT, theirs.signing().sign(CONTENT)))
                .isFalse();
        assertThat(ours.verification().verifies(CONTENT, other)).isFalse();
    }

    @Test
    void a_file_of_another_kind_is_named_with_what_makes_the_right_one() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKey.parse("-----BEGIN ENCRYPTED SIGSTORE PRIVATE KEY-----\nAAAA\n"))
                .withMessageContainingAll(
                        "a PEM file with '-----BEGIN PRIVATE KEY-----' is needed",
                        "this is one with '-----BEGIN ENCRYPTED SIGSTORE PRIVATE KEY-----'",
                        "'openssl pkcs8 -topk8 -nocrypt' converts one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VerificationKey.parse("no key"))
                .withMessageContainingAll("-----BEGIN PUBLIC KEY-----", "this is no PEM file");
    }

    @Test
    void a_key_of_another_kind_is_refused() {
        var rsa = SignerKeys.generate("RSA");

        assertThatIllegalArgumentException()
                .isThrownBy(rsa::signing)
                .withMessageStartingWith("the private key is no ECDSA key");
        assertThatIllegalArgumentException()
                .isThrownBy(rsa::verification)
                .withMessageStartingWith("the public key is no ECDSA key");
    }

    @Test
    void a_private_key_is_not_written_out() {
        assertThat(ours.signing()).hasToString("SigningKey[EC]");
    }
}
