package dev.orderwave.receiver.standard;

import static org.eclipse.microprofile.reactive.messaging.OnOverflow.Strategy.UNBOUNDED_BUFFER;

import dev.orderwave.logic.OrderLogic;
import dev.orderwave.processor.ModuleProcessor;
import dev.orderwave.processor.ModuleProcessors;
import dev.orderwave.processor.Output;
import dev.orderwave.processor.Outputs;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/// Writes the blob that its module makes of each standard order. An order is acked after what it was sent to
/// accepted it.
///
/// The emitters buffer without a bound of their own: the incoming channel bounds what is in hand.
@ApplicationScoped
class StandardReceiver {
    private final ModuleProcessor processor;

    StandardReceiver(
            ModuleProcessors processors,
            @Channel("standard-outbox") @OnOverflow(UNBOUNDED_BUFFER) Emitter<byte[]> outbox,
            @Channel("rejected-outbox") @OnOverflow(UNBOUNDED_BUFFER) Emitter<byte[]> rejected) {
        processor = processors.connect(
                OrderLogic.STANDARD_ORDER.source(), new Outputs(Map.of("outbox", Output.blobs(outbox)), rejected));
    }

    @Incoming("order-standard")
    Flow.Subscriber<Message<? extends byte[]>> orders() {
        return processor;
    }
}
