package dev.orderwave.servicebus.internal.amqp;

import org.apache.qpid.proton.engine.Delivery;

/// The broker's end of a link: what to do when the client's end moves.
sealed interface LinkEndpoint permits IncomingLink, Consumer, ReplyLink {
    /// The client granted credit or asked to use it up.
    default void onFlow() {}

    /// A message came in, or the client decided about one that went out.
    void onDelivery(Delivery delivery);

    /// The link, its session or its connection is gone.
    default void onClosed() {}
}
