package dev.orderwave.receiver.express;

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

/// Writes the blob that its module makes of each express order. An order is acked after what it was sent to accepted
/// it.
///
/// The emitters buffer without a bound of their own: the incoming channel bounds what is in hand.
@ApplicationScoped
class ExpressReceiver {
    private final ModuleProcessor processor;

    ExpressReceiver(
            ModuleProcessors processors,
            @Channel("express-outbox") @OnOverflow(UNBOUNDED_BUFFER) Emitter<byte[]> outbox,
            @Channel("rejected-outbox") @OnOverflow(UNBOUNDED_BUFFER) Emitter<byte[]> rejected) {
        processor = processors.connect(
                OrderLogic.EXPRESS_PICK_LIST.source(), new Outputs(Map.of("outbox", Output.blobs(outbox)), rejected));
    }

    @Incoming("order-express")
    Flow.Subscriber<Message<? extends byte[]>> orders() {
        return processor;
    }
}
