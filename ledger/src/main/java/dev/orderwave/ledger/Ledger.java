package dev.orderwave.ledger;

import dev.orderwave.azure.BlobStorage;
import dev.orderwave.azure.ServiceBus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Accounts for every order: finds it in a queue, a dead-letter queue or an outbox, or says that it is nowhere. It only
/// looks: no message is locked, nothing is changed.
///
/// It is right while orders move, for two reasons:
///
/// - **None is missed.** Orders only move downstream, and a message leaves a place after the next one has it. One look
///   goes from place to place in that direction too. Where it begins, an order is there or further down; where it ends,
///   there or further up; so in between the look meets it. The one thing that moves orders upstream is a redrive, so
///   an order that was not met is looked for again before it is named.
/// - **None is counted twice.** A look may meet a moving order more than once, first in a queue and then where it went.
///   So an order of which a look met more than one thing is looked for again, and what both looks met is what there is:
///   a thing that was only passed by is gone by then.
///
/// An order is settled when a look met one thing of it, or the same things as the look before. Most are settled by the
/// first look; only those that are not are kept in mind for the next one.
public final class Ledger {

    /// By then only a very busy order is still unsettled; it is reported as it was met last.
    private static final int MOST_LOOKS = 6;

    private final List<Station> stations;

    Ledger(List<Station> stations) {
        this.stations = List.copyOf(stations);
    }

    /// The ledger of the suite that uses this namespace and this account.
    public static Ledger of(ServiceBus bus, BlobStorage storage) {
        return new Ledger(Stations.of(bus, storage));
    }

    /// Accounts for these orders, and tells whatever else is there.
    ///
    /// @throws dev.orderwave.azure.AzureException if a queue or a container cannot be read
    public Audit audit(OrderIds wave) {
        return audit(wave.ids(), wave.ids()::contains);
    }

    /// Tells where everything is, for want of knowing what should be there: what was lost does not show.
    ///
    /// @throws dev.orderwave.azure.AzureException if a queue or a container cannot be read
    public Audit auditEverything() {
        return audit(Set.of(), _ -> true);
    }

    private Audit audit(Set<String> expected, Predicate<String> ofWave) {
        var found = look(_ -> true);
        var unsettled = Stream.concat(expected.stream(), found.keySet().stream())
                .filter(id -> found.getOrDefault(id, List.of()).size() != 1)
                .collect(Collectors.toSet());
        int looks = 1;
        while (!unsettled.isEmpty() && looks < MOST_LOOKS) {
            var again = look(unsettled::contains);
            looks++;
            unsettled.removeIf(id -> settle(id, found, again.getOrDefault(id, List.of())));
        }
        return new Audit(accounts(expected, found, ofWave), looks);
    }

    /// Takes over what was met now, and says whether that can be relied on.
    private static boolean settle(String id, Map<String, List<Trace>> found, List<Trace> now) {
        var before = Optional.ofNullable(found.put(id, now)).orElseGet(List::of);
        return now.size() == 1 || things(now).equals(things(before));
    }

    private static Set<String> things(List<Trace> traces) {
        return traces.stream().map(Trace::thing).collect(Collectors.toSet());
    }

    private Map<String, List<Trace>> look(Predicate<String> wanted) {
        var found = new HashMap<String, List<Trace>>();
        for (var station : stations) {
            station.look((id, trace) -> {
                if (wanted.test(id)) {
                    found.computeIfAbsent(id, _ -> new ArrayList<>(1)).add(trace);
                }
            });
        }
        return found;
    }

    private static List<Account> accounts(
            Set<String> expected, Map<String, List<Trace>> found, Predicate<String> ofWave) {
        var ids = new HashSet<>(expected);
        found.forEach((id, traces) -> {
            if (!traces.isEmpty()) {
                ids.add(id);
            }
        });
        var accounts = new ArrayList<Account>(ids.size());
        ids.forEach(id -> accounts.add(new Account(id, ofWave.test(id), found.getOrDefault(id, List.of()))));
        accounts.sort(Account.BY_ID);
        return accounts;
    }
}
