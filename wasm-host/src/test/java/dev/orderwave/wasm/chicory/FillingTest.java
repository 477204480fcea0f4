package dev.orderwave.wasm.chicory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FillingTest {
    private static final int SIZE = 1000;
    private static final byte BEFORE = 1;
    private static final byte AFTER = 7;

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 1", "3, 66", "3, 67", "3, 68", "5, 133", "100, 999", "0, 1000", "1000, 1000"})
    void the_range_is_filled_and_nothing_else(int from, int to) {
        var bytes = new byte[SIZE];
        Arrays.fill(bytes, BEFORE);
        var expected = bytes.clone();
        Arrays.fill(expected, from, to, AFTER);

        Filling.fill(bytes, from, to, AFTER);

        assertThat(bytes).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"-1, 5", "0, 1001", "7, 6", "2147483647, -2147483648"})
    void a_range_outside_of_the_array_is_refused_untouched(int from, int to) {
        var bytes = new byte[SIZE];

        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> Filling.fill(bytes, from, to, AFTER));
        assertThat(bytes).containsOnly(0);
    }
}
