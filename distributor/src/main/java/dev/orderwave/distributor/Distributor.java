package dev.orderwave.distributor;

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

/// Routes each order to the queue that its module names. An order is acked after what it was sent to accepted it.
///
/// The emitters buffer without a bound of their own: the incoming channel bounds what is in hand.
@ApplicationScoped
class Distributor {
    private final ModuleProcessor processor;

    Distributor(
            ModuleProcessors processors,
            @Channel("order-express") @OnOverflow(UNBOUNDED_BUFFER) Emitter<byte[]> express,
            @Channel("order-standard") @OnOverflow(UNBOUNDED_BUFFER) Emitter<byte[]> standard,
            @Channel("rejected-outbox") @OnOverflow(UNBOUNDED_BUFFER) Emitter<byte[]> rejected) {
        processor = processors.connect(
                OrderLogic.ORDER_ROUTER.source(),
                new Outputs(Map.of("express", Output.queue(express), "standard", Output.queue(standard)), rejected));
    }

    @Incoming("order-ingress")
    Flow.Subscriber<Message<? extends byte[]>> orders() {
        return processor;
    }
}
