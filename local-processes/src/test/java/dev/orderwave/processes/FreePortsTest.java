package dev.orderwave.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortsTest {
    @Test
    void no_port_is_found_twice() {
        var found = IntStream.range(0, 200)
                .flatMap(round -> FreePorts.find(5).stream().mapToInt(Integer::intValue))
                .boxed()
                .toList();

        assertThat(found).doesNotHaveDuplicates();
    }
}
