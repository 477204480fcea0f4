package dev.orderwave.processor.lineup;

import dev.orderwave.wasm.Guest;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/// The modules of a service: the one that serves, one that may take a share of the messages, and one that may shadow
/// them.
///
/// A change takes effect between two messages: each message is with the module that it was given to until it ends.
public final class Lineup {
    private final AtomicReference<Members> members;
    private final Optional<AttributeModules> byAttribute;

    Lineup(Guest serving, Optional<AttributeModules> byAttribute) {
        this.members = new AtomicReference<>(new Members(serving, Optional.empty(), Optional.empty()));
        this.byAttribute = byAttribute;
    }

    /// A lineup of one module that nothing changes.
    public static Lineup of(Guest serving) {
        return new Lineup(serving, Optional.empty());
    }

    /// A lineup of one module and its shadow that nothing changes.
    public static Lineup shadowed(Guest serving, Guest shadow) {
        var lineup = of(serving);
        lineup.shadow(Optional.of(shadow));
        return lineup;
    }

    /// The module for a message.
    public Choice choose(Incoming message) {
        var chosen = byAttribute.isPresent() ? byAttribute.get().choose(message) : Optional.<Choice>empty();
        return chosen.isPresent()
                ? chosen.get()
                : new Choice.Ready(members.get().guestFor(message.id()));
    }

    /// The module that gets each message as well, if there is one.
    public Optional<Guest> shadow() {
        return members.get().shadow();
    }

    Members members() {
        return members.get();
    }

    void serve(Guest guest) {
        change(now -> new Members(guest, now.candidate(), now.shadow()));
    }

    void share(Optional<Candidate> candidate) {
        change(now -> new Members(now.serving(), candidate, now.shadow()));
    }

    /// What the candidate takes now.
    Share share() {
        return members.get().candidate().map(Candidate::share).orElse(Share.NOTHING);
    }

    void shadow(Optional<Guest> guest) {
        change(now -> new Members(now.serving(), now.candidate(), guest));
    }

    private void change(UnaryOperator<Members> change) {
        members.updateAndGet(change);
    }

    /// Who is in the lineup at one moment.
    record Members(Guest serving, Optional<Candidate> candidate, Optional<Guest> shadow) {

        private Guest guestFor(String messageId) {
            return candidate.isPresent() && candidate.get().share().includes(messageId)
                    ? candidate.get().guest()
                    : serving;
        }
    }

    /// A module that takes a share of the messages.
    record Candidate(Guest guest, Share share) {}
}
