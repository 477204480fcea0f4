package dev.orderwave.processor;

import dev.orderwave.processor.log.OneLine;
import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.FormatWith;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/// What the services tell their operator. An order is named by its message id; its content is never logged.
/// What others wrote is one line, whatever they wrote.
@MessageLogger(projectCode = "ORDERWAVE-", length = 4)
interface ProcessorLog {
    ProcessorLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), ProcessorLog.class, "dev.orderwave.processor");

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 102, value = "Order %s was rejected by module %s and is in the rejected outbox: %s")
    void rejected(@FormatWith(OneLine.class) String orderId, String module, @FormatWith(OneLine.class) String reason);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 103, value = "Order %s goes back to its queue: %s")
    void moduleFailed(@FormatWith(OneLine.class) String orderId, @FormatWith(OneLine.class) String fault);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 104, value = "Order %s goes back to its queue: %s")
    void notSent(@FormatWith(OneLine.class) String orderId, @FormatWith(OneLine.class) String reason);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 105, value = "No more messages are processed: the stream of messages ended in a failure")
    void channelFailed(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 106, value = "Order %s goes back to its queue, its module is not to be had: %s")
    void moduleNotLoaded(@FormatWith(OneLine.class) String orderId, @FormatWith(OneLine.class) String reason);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 107, value = "Order %s goes back to its queue: this service failed by itself, which is a bug in it")
    void broken(@FormatWith(OneLine.class) String orderId, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.DEBUG)
    @Message(
            id = 108,
            value =
                    "Order %s goes back to its queue untried: module %s has failed on it %d times; the queue will dead-letter it")
    void hopeless(@FormatWith(OneLine.class) String orderId, String module, int times);
}
