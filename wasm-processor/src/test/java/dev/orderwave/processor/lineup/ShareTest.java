package dev.orderwave.processor.lineup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShareTest {
    private static final int MESSAGES = 10_000;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 50, 99, 100})
    void a_share_takes_about_its_part_of_the_messages(int percent) {
        var share = new Share(percent);

        var taken = IntStream.range(0, MESSAGES)
                .filter(id -> share.includes(Integer.toString(id)))
                .count();

        assertThat(taken).isCloseTo(percent * MESSAGES / 100L, within(percent % 100 == 0 ? 0L : MESSAGES / 100L));
    }

    @Test
    void a_larger_share_has_all_of_a_smaller_one() {
        var small = new Share(5);
        var large = new Share(20);

        assertThat(IntStream.range(0, MESSAGES).mapToObj(Integer::toString).filter(small::includes))
                .allMatch(large::includes);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 101})
    void a_percentage_is_0_to_100(int percent) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Share(percent))
                .withMessageContaining(Integer.toString(percent));
    }
}
