package dev.orderwave.processor.log;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.logging.Handler;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.formatters.JsonFormatter;

/// Has the log written for machines where the configuration says so: each line one JSON object, an order's id in
/// `mdc.orderId`. What is told before modules are loaded stays text.
///
/// The log manager brings the format along, so no extension of Quarkus is needed for it.
@Singleton
public final class JsonLog {
    private final boolean wanted;

    @Inject
    JsonLog(@ConfigProperty(name = "orderwave.log.json", defaultValue = "false") boolean wanted) {
        this.wanted = wanted;
    }

    /// Called as soon as Quarkus has set its log up: what it does at that moment would undo this.
    public void beginIfWanted() {
        if (wanted) {
            for (var handler : LogContext.getLogContext().getLogger("").getHandlers()) {
                format(handler);
            }
        }
    }

    private static void format(Handler handler) {
        handler.setFormatter(new JsonFormatter());
        if (handler instanceof ExtHandler parent) {
            for (var child : parent.getHandlers()) {
                format(child);
            }
        }
    }
}
