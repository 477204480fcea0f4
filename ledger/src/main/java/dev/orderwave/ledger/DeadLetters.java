package dev.orderwave.ledger;

import dev.orderwave.azure.ServiceBus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// What the queues gave up, and the way back into them.
///
/// A redrive may be stopped at any moment and started again. A dead letter is completed only after its queue accepted
/// it again, with its id, its properties and its bytes; one that was sent twice ends as the same blob.
public final class DeadLetters {

    private final ServiceBus bus;
    private final Duration patience;

    private DeadLetters(ServiceBus bus, Duration patience) {
        this.bus = bus;
        this.patience = patience;
    }

    /// Waits two minutes for messages that somebody else has locked, as a redrive that was killed leaves them behind.
    public static DeadLetters of(ServiceBus bus) {
        return new DeadLetters(bus, Duration.ofMinutes(2));
    }

    /// @param duration clearly longer than the queues' lock
    public DeadLetters withPatience(Duration duration) {
        return new DeadLetters(bus, duration);
    }

    /// The dead letters that are meant, queue by queue, oldest first. Looks only.
    ///
    /// @throws dev.orderwave.azure.AzureException if a queue cannot be read
    public void forEach(Selection selection, Consumer<DeadLetter> action) {
        queues(selection).forEach(queue -> forEach(queue, selection, action));
    }

    /// Puts the dead letters that are meant back into the queue that gave them up.
    ///
    /// @throws dev.orderwave.azure.AzureException if a queue fails; what was not put back by then still is there
    public Redrive redrive(Selection selection, Redrive.Progress progress) {
        var redrives = queues(selection).stream()
                .map(queue -> new QueueRedrive(bus, queue, patience, meant(queue, selection)))
                .toList();
        int total = redrives.stream().mapToInt(QueueRedrive::open).sum();
        var handled = new AtomicInteger();
        var left = new ArrayList<Redrive.Left>();
        try (var senders = new Senders(bus)) {
            for (var redrive : redrives) {
                redrive.run(senders, () -> progress.handled(handled.incrementAndGet(), total));
                left.addAll(redrive.left());
            }
        }
        return new Redrive(handled.get(), left);
    }

    private Set<Long> meant(String queue, Selection selection) {
        var numbers = new HashSet<Long>();
        forEach(queue, selection, letter -> numbers.add(letter.sequenceNumber()));
        return numbers;
    }

    private void forEach(String queue, Selection selection, Consumer<DeadLetter> action) {
        bus.deadLetters(queue).forEach(message -> {
            var letter = DeadLetter.of(queue, message);
            if (selection.includes(letter)) {
                action.accept(letter);
            }
        });
    }

    private static List<String> queues(Selection selection) {
        return Arrays.stream(Hop.values())
                .map(Hop::queue)
                .filter(selection::includesPlace)
                .toList();
    }
}
