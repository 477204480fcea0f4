package dev.orderwave.wasm;

import java.util.regex.Pattern;

/// A module could not be loaded, or failed to decide about a message.
///
/// The message is fit for a log: one short line without control characters, whatever the module put into it.
public final class GuestException extends RuntimeException {

    private static final int LONGEST_DETAIL = 300;

    /// Control characters, invisible and unassigned ones, those that change the direction of text, line separators.
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]+");

    private static final long serialVersionUID = 1L;

    private final transient ModuleInfo module;
    private final GuestFault fault;

    private GuestException(ModuleInfo module, GuestFault fault, String detail, String consequence) {
        super("module %s: %s: %s; %s".formatted(module, fault.code(), clean(detail), consequence));
        this.module = module;
        this.fault = fault;
    }

    /// The module was not loaded.
    public static GuestException notLoaded(ModuleInfo module, GuestFault fault, String detail) {
        return new GuestException(module, fault, detail, "it was not loaded");
    }

    /// The module failed at one message.
    public static GuestException notHandled(ModuleInfo module, GuestFault fault, String detail) {
        return new GuestException(
                module, fault, detail, "the message was not handled, the next one gets a new instance");
    }

    public ModuleInfo module() {
        return module;
    }

    public GuestFault fault() {
        return fault;
    }

    /// Cut first: the module may have put a million characters into it. Half a character at the cut is cleaned away.
    private static String clean(String detail) {
        var cut = detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL);
        var line = UNPRINTABLE.matcher(cut).replaceAll(" ").strip();
        return detail.length() <= LONGEST_DETAIL ? line : line + "...";
    }
}
