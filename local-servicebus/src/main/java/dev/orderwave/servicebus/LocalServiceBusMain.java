package dev.orderwave.servicebus;

/// Runs a [LocalServiceBus] as a process of its own. Prints one line when clients can connect, and stops on SIGTERM.
public final class LocalServiceBusMain {
    private static final int FAILED = 1;
    private static final int BAD_ARGUMENTS = 2;

    private LocalServiceBusMain() {}

    public static void main(String[] arguments) {
        // Must be said before Netty's first class is loaded; with it, Java 25 has nothing to warn about.
        System.setProperty("io.netty.noUnsafe", "true");
        try {
            var bus = LocalServiceBus.start(Arguments.parse(arguments));
            Runtime.getRuntime().addShutdownHook(new Thread(bus::close, "local-servicebus-stop"));
            System.out.println("local-servicebus ready port=" + bus.port() + " statisticsPort=" + bus.statisticsPort());
            bus.awaitFailure();
        } catch (IllegalArgumentException e) {
            exit(BAD_ARGUMENTS, e.getMessage() + "; " + Arguments.USAGE);
        } catch (RuntimeException e) {
            exit(FAILED, String.valueOf(e.getMessage()));
        }
    }

    private static void exit(int code, String message) {
        System.err.println("local-servicebus: " + message);
        System.exit(code);
    }
}
