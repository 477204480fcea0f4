package dev.orderwave.ledger.cli;

import dev.orderwave.ledger.Account;
import dev.orderwave.ledger.Audit;
import dev.orderwave.ledger.Standing;
import java.util.List;
import java.util.stream.Collectors;

/// An audit for a person: how many orders stand how and where, then the ones to look after.
record AuditTable(Audit audit) {

    /// @param most how many orders are named at most
    String text(int most) {
        var text = new StringBuilder(row("orders", audit.wave()));
        for (var standing : Standing.values()) {
            text.append(row("  " + standing.words(), audit.standing(standing)));
        }
        text.append(row("not of this wave", audit.others()));
        var named = audit.worthNaming();
        named.stream()
                .limit(most)
                .forEach(account -> text.append("  ! %s%n".formatted(Harmless.line(account.toString()))));
        if (named.size() > most) {
            text.append("  and %,d more: --all names them%n".formatted(named.size() - most));
        }
        return text.append(
                        audit.isClean()
                                ? "Every order has exactly one ending.%n".formatted()
                                : "NOT every order has exactly one ending.%n".formatted())
                .toString();
    }

    private static String row(String name, List<Account> accounts) {
        return "%-20s %10s   %s"
                        .formatted(name, "%,d".formatted(accounts.size()), places(accounts))
                        .stripTrailing()
                + System.lineSeparator();
    }

    private static String places(List<Account> accounts) {
        return Audit.places(accounts).entrySet().stream()
                .map(place -> "%s %,d".formatted(place.getKey(), place.getValue()))
                .collect(Collectors.joining(", "));
    }
}
