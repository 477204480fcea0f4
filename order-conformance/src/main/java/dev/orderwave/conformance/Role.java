package dev.orderwave.conformance;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a module is for. Each role has its own table.
public enum Role {
    /// Says which queue an order goes to.
    ORDER_ROUTER("order-router", Set.of("express", "standard")),
    /// Makes a pick list of an order.
    EXPRESS_PICK_LIST("express-pick-list", Set.of("outbox")),
    /// Makes a document with totals of an order.
    STANDARD_ORDER("standard-order", Set.of("outbox"));

    private final String roleName;
    private final Set<String> outputs;

    Role(String roleName, Set<String> outputs) {
        this.roleName = roleName;
        this.outputs = outputs;
    }

    /// The role of that name, as users write it: `order-router`.
    public static Optional<Role> named(String name) {
        return Arrays.stream(values())
                .filter(role -> role.roleName.equals(name))
                .findFirst();
    }

    /// All that a module of any role may name, for those who cannot know its role.
    public static Set<String> allOutputs() {
        return Arrays.stream(values()).flatMap(role -> role.outputs.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /// What users call it: `order-router`.
    public String roleName() {
        return roleName;
    }

    /// The outputs that a module of this role may name; whoever loads one grants these.
    public Set<String> outputs() {
        return outputs;
    }

    @Override
    public String toString() {
        return roleName;
    }
}
