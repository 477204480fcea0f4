package dev.orderwave.servicebus;

import static org.awaitility.Awaitility.await;

import com.azure.messaging.servicebus.ServiceBusException;
import java.time.Duration;

/// Sending with Azure's Java SDK just after the bus dropped a link.
///
/// The SDK tries again what the bus refused or did not answer. A message that meets the old link, closed but not yet
/// replaced, it does not send at all: it fails with "Cannot publish message when disposed" (`ReactorSender` of
/// azure-core-amqp 2.x) and leaves it to its user to send it again.
public final class DroppedLinks {
    private DroppedLinks() {}

    /// Sends once. A message that the SDK refused without sending it is sent anew.
    ///
    /// @param send one call of the SDK, with one message or several
    public static void sendThrough(Runnable send, Duration patience) {
        await().atMost(patience)
                .ignoreExceptionsMatching(DroppedLinks::wasNotSent)
                .until(() -> {
                    send.run();
                    return true;
                });
    }

    private static boolean wasNotSent(Throwable fault) {
        return fault instanceof ServiceBusException && fault.getCause() instanceof IllegalStateException;
    }
}
