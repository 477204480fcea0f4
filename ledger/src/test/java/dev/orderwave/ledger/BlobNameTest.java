package dev.orderwave.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlobNameTest {

    @Test
    void the_order_id_is_what_stands_before_the_hash() {
        assertThat(new BlobName("4711-9f86d081884c7d65").orderId()).isEqualTo("4711");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4711", "4711-9f86", "4711-9F86D081884C7D65", "-9f86d081884c7d65"})
    void a_name_without_a_hash_is_taken_as_it_is(String name) {
        assertThat(new BlobName(name).orderId()).isEqualTo(name);
    }
}
