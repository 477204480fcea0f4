package dev.orderwave.processor.trace;

import dev.orderwave.dapr.TraceContext;
import dev.orderwave.wasm.Guest;
import dev.orderwave.wasm.Verdict;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/// What is told about one message while the service has it in hand.
public sealed interface MessageTrace permits Untraced, Traced {
    /// Tells nothing, and hands the trace of a message on as it came.
    MessageTrace UNTRACED = new Untraced();

    /// Puts the message to the module.
    Verdict handle(Guest guest, Message<byte[]> message);

    /// An output is called for the message.
    Call call(String output);

    /// The message goes back to daprd, settled or not.
    ///
    /// @param failure why it is not settled, if it is not
    void ended(@Nullable Throwable failure);

    /// One call of an output.
    interface Call {
        /// What the call takes along, so that daprd and the next service go on with the trace.
        Optional<TraceContext> context(Message<byte[]> cause);

        /// The output accepted it.
        void accepted();

        /// The output did not accept it.
        void failed(Throwable reason);
    }
}
