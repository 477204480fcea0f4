package dev.orderwave.servicebus.internal.control;

import dev.orderwave.servicebus.QueueStatistics;

/// A queue as Service Bus describes it over HTTP, as far as its counts go. As in Azure, locked messages count as
/// active. The size is not kept, and nothing is forwarded: the SDKs want these figures all the same, so they are 0.
final class QueueDescription {
    private static final String ENTRY = """
            <entry xmlns="http://www.w3.org/2005/Atom"><title type="text">%s</title><content type="application/xml">\
            <QueueDescription xmlns="http://schemas.microsoft.com/netservices/2010/10/servicebus/connect">\
            <SizeInBytes>0</SizeInBytes><MessageCount>%d</MessageCount>\
            <CountDetails xmlns:d2p1="http://schemas.microsoft.com/netservices/2011/06/servicebus">\
            <d2p1:ActiveMessageCount>%d</d2p1:ActiveMessageCount>\
            <d2p1:DeadLetterMessageCount>%d</d2p1:DeadLetterMessageCount>\
            <d2p1:ScheduledMessageCount>%d</d2p1:ScheduledMessageCount>\
            <d2p1:TransferMessageCount>0</d2p1:TransferMessageCount>\
            <d2p1:TransferDeadLetterMessageCount>0</d2p1:TransferDeadLetterMessageCount>\
            </CountDetails></QueueDescription></content></entry>
            """;

    private QueueDescription() {}

    static String of(QueueStatistics queue) {
        return ENTRY.formatted(
                queue.name(),
                queue.held() + queue.scheduled() + queue.deadLettered(),
                queue.active() + queue.locked(),
                queue.deadLettered(),
                queue.scheduled());
    }
}
