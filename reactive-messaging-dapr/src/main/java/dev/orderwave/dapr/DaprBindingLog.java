package dev.orderwave.dapr;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/// What the connector tells its operator.
@MessageLogger(projectCode = "DAPRBINDING-", length = 4)
interface DaprBindingLog {
    DaprBindingLog LOG = Logger.getMessageLogger(
            java.lang.invoke.MethodHandles.lookup(), DaprBindingLog.class, "dev.orderwave.dapr");

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 1,
            value =
                    "Binding %s: %d messages were not settled within %d ms of the shutdown; they will be delivered again")
    void notDrained(String binding, int messages, long millis);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 2, value = "Binding %s: a message could not be acked or nacked; it will be delivered again")
    void notSettled(String binding, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 4, value = "Binding %s: the stream of messages ended in a failure; nothing more will be sent")
    void channelFailed(String binding, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 5, value = "Daprd still reads %d ms after the shutdown began; what it sends is refused from now on")
    void stillReading(long millis);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 6, value = "A connection from daprd was closed; events without an answer will be delivered again")
    void connectionFailed(@Cause Throwable cause);
}
