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

    private final String moduleName;
    private final Class<?> compiled;

    OrderLogic(String moduleName, Class<?> compiled) {
        this.moduleName = moduleName;
        this.compiled = compiled;
    }

    /// What the module is called everywhere, its own documents included: `order-router`.
    public String moduleName() {
        return moduleName;
    }

    /// What [dev.orderwave.wasm.Guest#load] takes.
    public ModuleSource source() {
        return ModuleSource.compiledAtBuild(moduleName, wasm(), compiled);
    }

    Class<?> compiled() {
        return compiled;
    }

    /// The module itself, as it is checked in.
    public byte[] wasm() {
        var resource = "/modules/" + moduleName + ".wasm";
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
