package dev.orderwave.queuewatch;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/// What the watch tells an operator.
@MessageLogger(projectCode = "ORDERWAVE-", length = 4)
interface QueueWatchLog {
    QueueWatchLog LOG =
            Logger.getMessageLogger(MethodHandles.lookup(), QueueWatchLog.class, "dev.orderwave.queuewatch");

    @LogMessage(level = Logger.Level.ERROR)
    @Message(
            id = 141,
            value =
                    "Queue %s has stalled: %d messages wait and none has come for %d s. daprd is made to open a new link")
    void stalled(String queue, long waiting, long seconds);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 142, value = "Messages come from queue %s again")
    void flowsAgain(String queue);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 143, value = "Queue %s cannot be watched for a stall now: %s")
    void blind(String queue, String reason);
}
