package dev.orderwave.processor.lineup;

import dev.orderwave.processor.log.OneLine;
import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.FormatWith;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/// What an operator is told about modules that come and go.
@MessageLogger(projectCode = "ORDERWAVE-", length = 4)
interface LineupLog {
    LineupLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), LineupLog.class, "dev.orderwave.processor.lineup");

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 121, value = "Module %s is now %s and may emit to %s")
    void joined(String module, String role, String outputs);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 127, value = "Module %s is now candidate for %d %% of the messages and may emit to %s")
    void shares(String module, int percent, String outputs);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 122, value = "The new %s module is refused and the old one stays: %s")
    void refused(String role, @FormatWith(OneLine.class) String reason);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 123, value = "There is no %s module any more")
    void left(String role);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 124, value = "The module for %s stays as it is, because it could not be looked at again: %s")
    void notRefreshed(@FormatWith(OneLine.class) String attributeValue, @FormatWith(OneLine.class) String reason);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 125, value = "Order %s: the shadow %s says something else")
    void differs(@FormatWith(OneLine.class) String orderId, String module);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 126, value = "Order %s: the shadow failed: %s")
    void shadowFailed(@FormatWith(OneLine.class) String orderId, @FormatWith(OneLine.class) String reason);
}
