package dev.orderwave.servicebus;

import static dev.orderwave.servicebus.JavaSdk.messages;
import static dev.orderwave.servicebus.JavaSdk.receiveOne;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import com.azure.messaging.servicebus.ServiceBusException;
import com.azure.messaging.servicebus.ServiceBusFailureReason;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LockTest {
    /// Time for a busy machine to renew, complete or close before it is over.
    private static final Duration LOCK_DURATION = Duration.ofSeconds(3);
    private final JavaSdk sdk = new JavaSdk(QueueConfig.named("orders").withLockDuration(LOCK_DURATION));

    @AfterEach
    void close() throws Exception {
        sdk.close();
    }

    @Test
    void a_message_whose_lock_ended_is_delivered_again() {
        sdk.sender().sendMessages(messages("slow"));
        var receiver = sdk.receiver();
        receiveOne(receiver);

        var again = receiveOne(receiver);

        assertThat(again.getDeliveryCount()).isEqualTo(1);
        assertThat(sdk.statistics().lockExpired()).isEqualTo(1);
    }

    @Test
    void a_renewed_lock_holds_longer() {
        sdk.sender().sendMessages(messages("slow"));
        var receiver = sdk.receiver();
        // Opens the link that renewals take, which may take longer than the lock lasts.
        receiver.peekMessage();
        var message = receiveOne(receiver);
        var firstEnd = message.getLockedUntil();

        await().until(() -> isPast(firstEnd.minus(LOCK_DURATION.dividedBy(2))));
        receiver.renewMessageLock(message);
        await().until(() -> isPast(firstEnd.plus(LOCK_DURATION.dividedBy(10))));
        receiver.complete(message);

        assertThat(sdk.statistics().lockExpired()).isZero();
        assertThat(sdk.statistics().completed()).isEqualTo(1);
    }

    @Test
    void completing_after_the_lock_ended_fails_and_changes_nothing() {
        sdk.sender().sendMessages(messages("slow"));
        var receiver = sdk.receiver();
        var message = receiveOne(receiver);
        await().atMost(JavaSdk.PATIENCE)
                .untilAsserted(() -> assertThat(sdk.statistics().lockExpired()).isEqualTo(1));

        assertThatThrownBy(() -> receiver.complete(message))
                .asInstanceOf(type(ServiceBusException.class))
                .extracting(ServiceBusException::getReason)
                .isEqualTo(ServiceBusFailureReason.MESSAGE_LOCK_LOST);
        assertThat(sdk.statistics().active()).isEqualTo(1);
    }

    @Test
    void renewing_after_the_lock_ended_fails() {
        sdk.sender().sendMessages(messages("slow"));
        var receiver = sdk.receiver();
        var message = receiveOne(receiver);
        await().atMost(JavaSdk.PATIENCE)
                .untilAsserted(() -> assertThat(sdk.statistics().lockExpired()).isEqualTo(1));

        assertThatThrownBy(() -> receiver.renewMessageLock(message))
                .asInstanceOf(type(ServiceBusException.class))
                .extracting(ServiceBusException::getReason)
                .isEqualTo(ServiceBusFailureReason.MESSAGE_LOCK_LOST);
    }

    @Test
    void a_lock_outlives_the_receiver_that_took_it() {
        sdk.sender().sendMessages(messages("orphan"));
        var crashed = sdk.receiver();
        receiveOne(crashed);

        crashed.close();

        assertThat(sdk.statistics().locked()).isEqualTo(1);
        assertThat(receiveOne(sdk.receiver()).getDeliveryCount()).isEqualTo(1);
    }

    private static boolean isPast(OffsetDateTime time) {
        return OffsetDateTime.now(time.getOffset()).isAfter(time);
    }
}
