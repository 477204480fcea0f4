package dev.orderwave.wasm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitsTest {

    @Test
    void by_default_a_guest_has_a_quarter_of_a_second_and_16_mebibytes() {
        assertThat(Limits.DEFAULT)
                .isEqualTo(
                        new Limits(Duration.ofMillis(250), Duration.ofSeconds(15), 4_194_304, 16_777_216, 1_048_576));
        assertThat(Limits.DEFAULT.maxMemoryPages()).isEqualTo(256);
    }

    @Test
    void a_limit_that_lets_nothing_pass_is_a_mistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Limits.DEFAULT.withPerCall(Duration.ZERO))
                .withMessage("perCall must be longer than nothing, was PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Limits.DEFAULT.withMaxMemoryBytes(65_535))
                .withMessage("maxMemoryBytes must be at least 65536, was 65535");
    }
}
