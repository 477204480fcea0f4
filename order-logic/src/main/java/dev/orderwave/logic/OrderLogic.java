package dev.orderwave.logic;

import dev.orderwave.logic.compiled.ExpressPickList;
import dev.orderwave.logic.compiled.OrderRouter;
import dev.orderwave.logic.compiled.StandardOrder;
import dev.orderwave.wasm.ModuleSource;
import java.io.IOException;
import java.io.UncheckedIOException;

/// The modules that ship with the suite, compiled by this module's build.
public enum OrderLogic {
    /// Emits each order to `express` or `standard`, as it came.
    ORDER_ROUTER("order-router", OrderRouter.class),
    /// Emits a pick list per order to `outbox`.
    EXPRESS_PICK_LIST("express-pick-list", ExpressPickList.class),
    /// Emits an order document with totals per order to `outbox`.
    STANDARD_ORDER("standard-order", StandardOrder.class);

    private final String module;
    private final Class<?> compiled;

    OrderLogic(String module, Class<?> compiled) {
        this.module = module;
        this.compiled = compiled;
    }

    /// What [dev.orderwave.wasm.Guest#load] takes.
    public ModuleSource source() {
        return ModuleSource.compiledAtBuild(module, wasm(), compiled);
    }

    /// The module itself, as it is checked in.
    public byte[] wasm() {
        var resource = "/modules/" + module + ".wasm";
        try (var wasm = OrderLogic.class.getResourceAsStream(resource)) {
            if (wasm == null) {
                throw new IllegalStateException(resource + " is not in the jar of order-logic; build the jar again");
            }
            return wasm.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
