package dev.orderwave.servicebus;

import static dev.orderwave.servicebus.JavaSdk.messages;
import static dev.orderwave.servicebus.JavaSdk.receiveOne;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.azure.messaging.servicebus.ServiceBusException;
import com.azure.messaging.servicebus.ServiceBusFailureReason;
import dev.orderwave.servicebus.internal.journal.JournalFile;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an SDK sees of a journal whose disk is nearly full.
class NearlyFullDiskTest {
    private static final long MEGABYTE = 1024 * 1024;
    private final AtomicLong usableBytes = new AtomicLong(64 * MEGABYTE);
    private final JavaSdk sdk;

    NearlyFullDiskTest(@TempDir Path folder) {
        sdk = new JavaSdk(QueueConfig.named("orders"), JournalFile.open(folder, usableBytes::get));
    }

    @AfterEach
    void close() throws Exception {
        sdk.close();
    }

    @Test
    void a_send_is_refused_as_over_the_quota() {
        fillDisk();

        assertRefused(() -> sdk.sender().sendMessages(messages("one", "two")));
        assertThat(sdk.statistics().active()).isZero();
    }

    @Test
    void a_schedule_is_refused_as_over_the_quota() {
        fillDisk();

        assertRefused(() -> sdk.sender()
                .scheduleMessage(
                        messages("later").getFirst(), OffsetDateTime.now().plusHours(1)));
        assertThat(sdk.statistics().scheduled()).isZero();
    }

    @Test
    void receivers_go_on() {
        sdk.sender().sendMessages(messages("completed", "dead"));
        fillDisk();

        var receiver = sdk.receiver();
        receiver.complete(receiveOne(receiver));
        receiver.deadLetter(receiveOne(receiver));

        assertThat(sdk.statistics().completed()).isEqualTo(1);
        assertThat(sdk.statistics().deadLettered()).isEqualTo(1);
    }

    @Test
    void the_same_sender_sends_again_once_there_is_room() {
        var sender = sdk.sender();
        fillDisk();
        assertRefused(() -> sender.sendMessages(messages("refused")));

        usableBytes.set(64 * MEGABYTE);
        sender.sendMessages(messages("taken"));

        assertThat(receiveOne(sdk.receiver()).getBody()).hasToString("taken");
    }

    private void fillDisk() {
        usableBytes.set(64 * MEGABYTE - 1);
    }

    private static void assertRefused(ThrowingCallable send) {
        assertThatThrownBy(send)
                .asInstanceOf(type(ServiceBusException.class))
                .returns(ServiceBusFailureReason.QUOTA_EXCEEDED, ServiceBusException::getReason)
                .extracting(ServiceBusException::getMessage)
                .asString()
                .contains("nearly full");
    }
}
