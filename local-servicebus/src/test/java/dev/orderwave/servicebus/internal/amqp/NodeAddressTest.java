package dev.orderwave.servicebus.internal.amqp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeAddressTest {
    private static final NodeAddress.Entity ORDERS = new NodeAddress.Entity("q-orders", false);
    private static final NodeAddress.Entity DEAD_ORDERS = new NodeAddress.Entity("q-orders", true);

    @ParameterizedTest
    @ValueSource(
            strings = {"q-orders", "/q-orders", "Q-Orders", "amqps://localhost:5672/q-orders", "sb://host/q-orders"})
    void a_queue_is_found_however_it_is_written(String address) {
        assertThat(NodeAddress.of(address)).isEqualTo(ORDERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"q-orders/$deadletterqueue", "q-orders/$DeadLetterQueue", "amqps://h:1/q-orders/$DeadLetterQueue"
            })
    void a_dead_letter_queue_is_found_in_any_case(String address) {
        assertThat(NodeAddress.of(address)).isEqualTo(DEAD_ORDERS);
    }

    @Test
    void queues_and_dead_letter_queues_have_management_nodes() {
        assertThat(NodeAddress.of("q-orders/$management")).isEqualTo(new NodeAddress.Management(ORDERS));
        assertThat(NodeAddress.of("q-orders/$deadletterqueue/$management"))
                .isEqualTo(new NodeAddress.Management(DEAD_ORDERS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$cbs", "amqps://localhost:5672/$cbs"})
    void tokens_go_to_cbs(String address) {
        assertThat(NodeAddress.of(address)).isEqualTo(new NodeAddress.Cbs());
    }
}
