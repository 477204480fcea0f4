"""Uses a queue through Azure's Python SDK; fails on the first thing that is not as in Service Bus.

usage: queue_check.py CONNECTION_STRING QUEUE
"""

import sys
from datetime import datetime, timedelta, timezone

from azure.servicebus import ServiceBusClient, ServiceBusMessage, ServiceBusReceiveMode, ServiceBusSubQueue


def main(connection_string, queue):
    with ServiceBusClient.from_connection_string(connection_string) as client:
        with client.get_queue_sender(queue) as sender, client.get_queue_receiver(queue) as receiver:
            send_and_complete(sender, receiver)
            batch(sender, receiver)
            schedule_and_cancel(sender, receiver)
            abandon(sender, receiver)
            renew(sender, receiver)
            defer(sender, receiver)
            peek(sender, receiver)
            dead_letter(client, queue, sender, receiver)
            receive_and_delete(client, queue, sender)


def send_and_complete(sender, receiver):
    sender.send_messages(
        ServiceBusMessage(
            '{"orderId":7}', message_id="order-7", subject="order", application_properties={"attempt": 3}
        )
    )
    message = receive_one(receiver)
    assert str(message) == '{"orderId":7}', message
    assert message.message_id == "order-7", message.message_id
    assert message.subject == "order", message.subject
    assert message.application_properties == {b"attempt": 3}, message.application_properties
    assert message.delivery_count == 0, message.delivery_count
    assert message.locked_until_utc > message.enqueued_time_utc
    receiver.complete_message(message)


def batch(sender, receiver):
    messages = sender.create_message_batch()
    for body in "abc":
        messages.add_message(ServiceBusMessage(body))
    sender.send_messages(messages)
    for body in "abc":
        message = receive_one(receiver)
        assert str(message) == body, message
        receiver.complete_message(message)


def schedule_and_cancel(sender, receiver):
    due = datetime.now(timezone.utc) + timedelta(seconds=1)
    numbers = sender.schedule_messages([ServiceBusMessage("cancelled"), ServiceBusMessage("scheduled")], due)
    sender.cancel_scheduled_messages(numbers[0])
    message = receive_one(receiver)
    assert str(message) == "scheduled", message
    assert datetime.now(timezone.utc) >= due
    receiver.complete_message(message)


def abandon(sender, receiver):
    sender.send_messages(ServiceBusMessage("abandoned"))
    receiver.abandon_message(receive_one(receiver))
    again = receive_one(receiver)
    assert again.delivery_count == 1, again.delivery_count
    receiver.complete_message(again)


def renew(sender, receiver):
    sender.send_messages(ServiceBusMessage("renewed"))
    message = receive_one(receiver)
    before = message.locked_until_utc
    assert receiver.renew_message_lock(message) >= before
    receiver.complete_message(message)


def defer(sender, receiver):
    sender.send_messages(ServiceBusMessage("deferred"))
    message = receive_one(receiver)
    receiver.defer_message(message)
    (deferred,) = receiver.receive_deferred_messages([message.sequence_number])
    assert str(deferred) == "deferred", deferred
    receiver.complete_message(deferred)


def peek(sender, receiver):
    sender.send_messages([ServiceBusMessage("first"), ServiceBusMessage("second")])
    assert [str(message) for message in receiver.peek_messages(10)] == ["first", "second"]
    for _ in range(2):
        receiver.complete_message(receive_one(receiver))
    assert receiver.peek_messages(10) == []


def dead_letter(client, queue, sender, receiver):
    sender.send_messages(ServiceBusMessage("hopeless"))
    receiver.dead_letter_message(receive_one(receiver), reason="NoItems", error_description="order 7: no items")
    with client.get_queue_receiver(queue, sub_queue=ServiceBusSubQueue.DEAD_LETTER) as dead_letters:
        dead = receive_one(dead_letters)
        assert str(dead) == "hopeless", dead
        assert dead.dead_letter_reason == "NoItems", dead.dead_letter_reason
        assert dead.dead_letter_error_description == "order 7: no items", dead.dead_letter_error_description
        assert dead.dead_letter_source == queue, dead.dead_letter_source
        dead_letters.complete_message(dead)


def receive_and_delete(client, queue, sender):
    sender.send_messages(ServiceBusMessage("only"))
    with client.get_queue_receiver(queue, receive_mode=ServiceBusReceiveMode.RECEIVE_AND_DELETE) as receiver:
        assert str(receive_one(receiver)) == "only"


def receive_one(receiver):
    (message,) = receiver.receive_messages(max_message_count=1, max_wait_time=10)
    return message


main(*sys.argv[1:])
