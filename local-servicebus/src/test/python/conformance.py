"""Does every scenario through Azure's Python SDK, each on the queue of its name, and says how it went.

usage: conformance.py CONNECTION_STRING STATISTICS_PORT
"""

import inspect
import json
import sys
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import datetime, timedelta, timezone

from azure.servicebus import ServiceBusClient, ServiceBusMessage, ServiceBusReceiveMode, ServiceBusSubQueue
from azure.servicebus.exceptions import (
    MessageLockLostError,
    MessageSizeExceededError,
    ServiceBusAuthorizationError,
    ServiceBusServerBusyError,
)

# More take this SDK minutes: each connection has threads of its own that sleep and poll.
CONNECTIONS = 20
PATIENCE_SECONDS = 10


class Absent(Exception):
    """The SDK has no words for it."""


class Queue:
    """One scenario's queue, with everything a scenario needs to use it."""

    def __init__(self, name, connection_string, statistics_port):
        self.name = name
        self.connection_string = connection_string
        self.fault_url = f"http://127.0.0.1:{statistics_port}/faults/{name}"
        self.opened = ExitStack()
        self.client = self.connect()

    def connect(self, **options):
        return self.opened.enter_context(ServiceBusClient.from_connection_string(self.connection_string, **options))

    def sender(self, client=None):
        return self.opened.enter_context((client or self.client).get_queue_sender(self.name))

    def receiver(self, **options):
        return self.opened.enter_context(self.client.get_queue_receiver(self.name, **options))

    def dead_letters(self):
        return self.receiver(sub_queue=ServiceBusSubQueue.DEAD_LETTER)

    def impatient_sender(self):
        return self.sender(self.connect(retry_total=0))

    def inject(self, fault):
        self._ask("PUT", json.dumps(fault).encode())

    def clear_fault(self):
        self._ask("DELETE", None)

    def _ask(self, method, body):
        urllib.request.urlopen(urllib.request.Request(self.fault_url, data=body, method=method)).close()

    def close(self):
        self.opened.close()


def send(queue):
    queue.sender().send_messages(
        ServiceBusMessage(
            '{"orderId":7}', message_id="order-7", subject="order", application_properties={"attempt": 3}
        )
    )
    receiver = queue.receiver()
    message = receive_one(receiver)
    assert str(message) == '{"orderId":7}', message
    assert message.message_id == "order-7", message.message_id
    assert message.subject == "order", message.subject
    assert message.application_properties == {b"attempt": 3}, message.application_properties
    assert message.delivery_count == 0, message.delivery_count
    assert message.locked_until_utc > message.enqueued_time_utc
    receiver.complete_message(message)
    assert receiver.peek_messages(10) == []


def batch(queue):
    sender, receiver = queue.sender(), queue.receiver()
    messages = sender.create_message_batch()
    for body in "abc":
        messages.add_message(ServiceBusMessage(body))
    sender.send_messages(messages)
    for body in "abc":
        message = receive_one(receiver)
        assert str(message) == body, message
        receiver.complete_message(message)


def schedule(queue):
    due = datetime.now(timezone.utc) + timedelta(seconds=1)
    queue.sender().schedule_messages(ServiceBusMessage("scheduled"), due)
    assert str(receive_one(queue.receiver())) == "scheduled"
    assert datetime.now(timezone.utc) >= due


def cancel(queue):
    sender = queue.sender()
    in_an_hour = datetime.now(timezone.utc) + timedelta(hours=1)
    numbers = sender.schedule_messages([ServiceBusMessage("cancelled"), ServiceBusMessage("scheduled")], in_an_hour)
    sender.cancel_scheduled_messages(numbers[0])
    assert [str(message) for message in queue.receiver().peek_messages(10)] == ["scheduled"]


def peek(queue):
    receiver = queue.receiver()
    queue.sender().send_messages([ServiceBusMessage("first"), ServiceBusMessage("second")])
    assert [str(message) for message in receiver.peek_messages(10)] == ["first", "second"]
    assert str(receive_one(receiver)) == "first"


def receive_and_delete(queue):
    queue.sender().send_messages(ServiceBusMessage("only"))
    assert str(receive_one(queue.receiver(receive_mode=ServiceBusReceiveMode.RECEIVE_AND_DELETE))) == "only"
    assert queue.receiver().peek_messages(10) == []


def stream(queue):
    receiver = queue.receiver(max_wait_time=PATIENCE_SECONDS)
    queue.sender().send_messages([ServiceBusMessage("first"), ServiceBusMessage("last")])
    bodies = []
    for message in receiver:
        bodies.append(str(message))
        receiver.complete_message(message)
        if bodies[-1] == "last":
            break
    assert bodies == ["first", "last"], bodies


def abandon(queue):
    receiver = queue.receiver()
    queue.sender().send_messages(ServiceBusMessage("abandoned"))
    receiver.abandon_message(receive_one(receiver))
    assert receive_one(receiver).delivery_count == 1


def defer(queue):
    receiver = queue.receiver()
    queue.sender().send_messages(ServiceBusMessage("deferred"))
    message = receive_one(receiver)
    receiver.defer_message(message)
    (deferred,) = receiver.receive_deferred_messages([message.sequence_number])
    assert str(deferred) == "deferred", deferred
    receiver.complete_message(deferred)
    assert receiver.peek_messages(10) == []


def dead_letter(queue):
    receiver = queue.receiver()
    queue.sender().send_messages(ServiceBusMessage("hopeless"))
    receiver.dead_letter_message(receive_one(receiver), reason="NoItems", error_description="order 7: no items")
    dead_letters = queue.dead_letters()
    dead = receive_one(dead_letters)
    assert str(dead) == "hopeless", dead
    assert dead.dead_letter_reason == "NoItems", dead.dead_letter_reason
    assert dead.dead_letter_error_description == "order 7: no items", dead.dead_letter_error_description
    assert dead.dead_letter_source == queue.name, dead.dead_letter_source
    dead_letters.complete_message(dead)


def last_delivery(queue):
    receiver = queue.receiver()
    queue.sender().send_messages(ServiceBusMessage("poison"))
    for _ in range(2):
        receiver.abandon_message(receive_one(receiver))
    dead = receive_one(queue.dead_letters())
    assert dead.dead_letter_reason == "MaxDeliveryCountExceeded", dead.dead_letter_reason


def renew(queue):
    receiver = queue.receiver()
    queue.sender().send_messages(ServiceBusMessage("renewed"))
    message = receive_one(receiver)
    before = message.locked_until_utc
    assert receiver.renew_message_lock(message) > before
    receiver.complete_message(message)


def lock_lost(queue):
    receiver = queue.receiver()
    queue.sender().send_messages(ServiceBusMessage("slow"))
    lost = receive_one(receiver)
    again = receive_one(receiver)
    assert again.delivery_count == 1, again.delivery_count
    expect(MessageLockLostError, lambda: receiver.complete_message(lost))
    receiver.complete_message(again)


def modify(queue):
    receiver = queue.receiver()
    for settle in (receiver.abandon_message, receiver.defer_message, receiver.dead_letter_message):
        assert "properties" not in " ".join(inspect.signature(settle).parameters), settle
    raise Absent


def too_large(queue):
    sender = queue.sender()
    expect(MessageSizeExceededError, lambda: sender.send_messages(ServiceBusMessage(b"x" * 100_000)))
    sender.send_messages(ServiceBusMessage("small"))
    assert str(receive_one(queue.receiver())) == "small"


def duplicate(queue):
    sender, receiver = queue.sender(), queue.receiver()
    for message_id in ("order-7", "order-7", "order-8"):
        sender.send_messages(ServiceBusMessage("order", message_id=message_id))
    assert [receive_one(receiver).message_id for _ in range(2)] == ["order-7", "order-8"]


def time_to_live(queue):
    queue.sender().send_messages(ServiceBusMessage("late", time_to_live=timedelta(seconds=1)))
    dead = receive_one(queue.dead_letters())
    assert dead.dead_letter_reason == "TTLExpiredException", dead.dead_letter_reason


def throttled(queue):
    sender = queue.impatient_sender()
    queue.inject({"fault": "throttle"})
    expect(ServiceBusServerBusyError, lambda: sender.send_messages(ServiceBusMessage("too many")))
    queue.clear_fault()
    sender.send_messages(ServiceBusMessage("now"))
    assert str(receive_one(queue.receiver())) == "now"


def refused(queue):
    queue.inject({"fault": "refuse", "condition": "amqp:unauthorized-access"})
    client = queue.connect(retry_total=0)
    expect(ServiceBusAuthorizationError, lambda: queue.sender(client))
    queue.clear_fault()
    queue.sender(client).send_messages(ServiceBusMessage("welcome"))
    assert str(receive_one(queue.receiver())) == "welcome"


def links_dropped(queue):
    survive(queue, {"fault": "drop-links", "condition": "amqp:link:detach-forced"})


def connections_dropped(queue):
    survive(queue, {"fault": "drop-connections"})


def survive(queue, fault):
    sender, receiver = queue.sender(), queue.receiver()
    for body in ("before", "after"):
        sender.send_messages(ServiceBusMessage(body))
        message = receive_one(receiver)
        assert str(message) == body, message
        receiver.complete_message(message)
        queue.inject(fault)


def many_connections(queue):
    clients = [queue.connect() for _ in range(CONNECTIONS)]
    with ThreadPoolExecutor(CONNECTIONS) as threads:
        senders = list(threads.map(queue.sender, clients))
        busy = senders[::2]
        list(threads.map(lambda sender: sender.send_messages(ServiceBusMessage("order")), busy))
    receiver = queue.receiver()
    for _ in busy:
        receiver.complete_message(receive_one(receiver))


def receive_one(receiver):
    (message,) = receiver.receive_messages(max_message_count=1, max_wait_time=PATIENCE_SECONDS)
    return message


def expect(error, action):
    try:
        action()
    except error:
        return
    raise AssertionError(f"no {error.__name__}")


SCENARIOS = [
    send,
    batch,
    schedule,
    cancel,
    peek,
    receive_and_delete,
    stream,
    abandon,
    defer,
    dead_letter,
    last_delivery,
    renew,
    lock_lost,
    modify,
    too_large,
    duplicate,
    time_to_live,
    throttled,
    refused,
    links_dropped,
    connections_dropped,
    many_connections,
]


def main(connection_string, statistics_port):
    with ThreadPoolExecutor(4) as threads:
        for result in threads.map(lambda scenario: run(scenario, connection_string, statistics_port), SCENARIOS):
            print(result, flush=True)


def run(scenario, connection_string, statistics_port):
    name = scenario.__name__.replace("_", "-")
    queue = Queue(name, connection_string, statistics_port)
    try:
        scenario(queue)
        return f"ok {name}"
    except Absent:
        return f"absent {name}"
    except Exception as error:
        return f"failed {name}: {error!r}".replace("\n", " ")
    finally:
        queue.close()


main(*sys.argv[1:])
