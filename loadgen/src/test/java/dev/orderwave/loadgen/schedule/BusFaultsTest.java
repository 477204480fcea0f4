package dev.orderwave.loadgen.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.amqp.exception.AmqpErrorCondition;
import com.azure.core.amqp.exception.AmqpErrorContext;
import com.azure.core.amqp.exception.AmqpException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class BusFaultsTest {

    private final BusFaults faults = new BusFaults("bus.example", "q-order-ingress");

    @Test
    void a_queue_that_is_not_there_is_to_be_created() {
        assertThat(explain(answer(AmqpErrorCondition.NOT_FOUND), 0))
                .isEqualTo("queue q-order-ingress does not exist in bus.example: create it");
    }

    @Test
    void a_key_that_may_not_send_is_told() {
        assertThat(explain(answer(AmqpErrorCondition.UNAUTHORIZED_ACCESS), 0))
                .startsWith("bus.example refused access to queue q-order-ingress: check the key's");
    }

    @Test
    void any_other_refusal_keeps_the_words_of_the_bus() {
        assertThat(explain(answer(AmqpErrorCondition.RESOURCE_LIMIT_EXCEEDED), 0))
                .startsWith("bus.example refused orders for queue q-order-ingress: words of the bus");
    }

    @Test
    void silence_asks_whether_the_bus_is_running() {
        assertThat(explain(new TimeoutException("10000ms"), 0))
                .isEqualTo("no answer from Service Bus at bus.example for queue q-order-ingress:"
                        + " is it running, and is the connection string right?");
    }

    @Test
    void orders_accepted_before_the_fault_are_told() {
        assertThat(explain(answer(AmqpErrorCondition.NOT_FOUND), 1_200))
                .endsWith("; 1200 of 5000 orders had been accepted and will arrive when due");
    }

    private String explain(Exception cause, int accepted) {
        return String.valueOf(faults.explain(new IllegalStateException(cause), accepted, 5_000)
                .getMessage());
    }

    private static AmqpException answer(AmqpErrorCondition condition) {
        return new AmqpException(false, condition, "words of the bus", new AmqpErrorContext("bus.example"));
    }
}
