package dev.orderwave.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.amqp.exception.AmqpErrorCondition;
import com.azure.core.amqp.exception.AmqpErrorContext;
import com.azure.core.amqp.exception.AmqpException;
import com.azure.core.exception.ClientAuthenticationException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class BusFaultsTest {

    private final BusFaults faults = new BusFaults("bus.example", "q-order-ingress");

    @Test
    void a_queue_that_is_not_there_is_to_be_created() {
        assertThat(explain(answer(AmqpErrorCondition.NOT_FOUND)))
                .isEqualTo("queue q-order-ingress does not exist in bus.example: create it");
    }

    @Test
    void a_key_that_may_not_send_is_told() {
        assertThat(explain(answer(AmqpErrorCondition.UNAUTHORIZED_ACCESS)))
                .isEqualTo("bus.example refused access to queue q-order-ingress:"
                        + " check the key's name, value and right to schedule");
    }

    @Test
    void any_other_refusal_keeps_the_words_of_the_bus() {
        assertThat(explain(answer(AmqpErrorCondition.RESOURCE_LIMIT_EXCEEDED)))
                .startsWith("bus.example refused to schedule on queue q-order-ingress: words of the bus");
    }

    @Test
    void silence_asks_whether_the_bus_is_running() {
        assertThat(explain(new TimeoutException("10000ms")))
                .isEqualTo("no answer from Service Bus at bus.example for queue q-order-ingress:"
                        + " is it running, and is the connection string right?");
    }

    @Test
    void what_was_done_before_the_fault_is_told() {
        assertThat(faults.explain(answer(AmqpErrorCondition.NOT_FOUND), "schedule", "12 were accepted"))
                .hasMessage("queue q-order-ingress does not exist in bus.example: create it; 12 were accepted");
    }

    @Test
    void who_is_not_signed_in_is_told_how_to() {
        assertThat(explain(new ClientAuthenticationException("no credential\nand a page more", null)))
                .isEqualTo("nobody is signed in who may schedule on queue q-order-ingress in bus.example:"
                        + " sign in by \"az login\", or set the connection string (no credential)");
    }

    private String explain(Exception cause) {
        return String.valueOf(
                faults.explain(new IllegalStateException(cause), "schedule").getMessage());
    }

    private static AmqpException answer(AmqpErrorCondition condition) {
        return new AmqpException(false, condition, "words of the bus", new AmqpErrorContext("bus.example"));
    }
}
