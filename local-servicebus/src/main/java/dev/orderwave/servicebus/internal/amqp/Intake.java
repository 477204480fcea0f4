package dev.orderwave.servicebus.internal.amqp;

import org.apache.qpid.proton.amqp.transport.DeliveryState;

/// Takes what a client sends, and says how it went.
interface Intake {
    DeliveryState take(byte[] message, int messageFormat);
}
