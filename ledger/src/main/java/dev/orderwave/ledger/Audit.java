package dev.orderwave.ledger;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Where everything was: an account per order of the wave, and per message or blob that is of none.
///
/// @param accounts sorted by id
/// @param looks how often everything was looked at until the picture stood still
public record Audit(List<Account> accounts, int looks) {

    public Audit {
        accounts = List.copyOf(accounts);
    }

    /// Whether every order of the wave has exactly one ending, and nothing at all is dead-lettered.
    public boolean isClean() {
        return accounts.stream().allMatch(Account::isClean);
    }

    /// The orders of the wave.
    public List<Account> wave() {
        return accounts.stream().filter(Account::ofWave).toList();
    }

    /// What is of no order of the wave: an earlier wave's, or a message whose id is no order id.
    public List<Account> others() {
        return accounts.stream().filter(account -> !account.ofWave()).toList();
    }

    /// The orders of the wave that stand so.
    public List<Account> standing(Standing standing) {
        return accounts.stream()
                .filter(account -> account.ofWave() && account.standing() == standing)
                .toList();
    }

    public List<Account> unaccounted() {
        return standing(Standing.UNACCOUNTED);
    }

    /// The orders of the wave of which a dead-letter queue holds a copy, whatever else there is of them.
    public List<Account> deadLettered() {
        return accounts.stream()
                .filter(account -> account.ofWave() && account.isDeadLettered())
                .toList();
    }

    /// What was seen of one order; empty if it is not of the wave and nothing was.
    public Optional<Account> of(String id) {
        return accounts.stream().filter(account -> account.id().equals(id)).findFirst();
    }

    /// What a person should hear of, the worst first: all but the delivered, and dead letters of no order of the wave.
    public List<Account> worthNaming() {
        return accounts.stream()
                .filter(account ->
                        account.ofWave() ? account.standing() != Standing.DELIVERED : account.isDeadLettered())
                .sorted(Comparator.comparing(Account::standing))
                .toList();
    }

    /// How many orders of the wave stand how; all standings are there.
    public Map<Standing, Long> counts() {
        var counts = new EnumMap<Standing, Long>(Standing.class);
        for (var standing : Standing.values()) {
            counts.put(standing, 0L);
        }
        accounts.stream().filter(Account::ofWave).forEach(account -> counts.merge(account.standing(), 1L, Long::sum));
        return counts;
    }

    /// How many things of these accounts lie where.
    public static Map<String, Long> places(List<Account> accounts) {
        return accounts.stream()
                .flatMap(account -> account.traces().stream())
                .collect(groupingBy(Trace::place, TreeMap::new, counting()));
    }
}
