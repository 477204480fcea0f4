package dev.orderwave.processor.trace;

import dev.orderwave.dapr.TraceContext;
import dev.orderwave.wasm.Guest;
import dev.orderwave.wasm.Verdict;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Message;

/// What is told about one message while the service has it in hand.
public sealed interface MessageTrace permits Untraced, Traced {
    /// Tells nothing, and hands the trace of a message on as it came.
    MessageTrace UNTRACED = new Untraced();

    /// Puts the message to the module.
    Verdict handle(Guest guest, Message<? extends byte[]> message);

    /// An output is called for the message.
    Call call(String output);

    /// The message was handled.
    void handled();

    /// The message went back to its queue.
    void failed(Throwable reason);

    /// One call of an output.
    interface Call {
        /// What the call takes along, so that daprd and the next service go on with the trace.
        Optional<TraceContext> context(Message<?> cause);

        /// The output accepted it.
        void accepted();

        /// The output did not accept it.
        void failed(Throwable reason);
    }
}
