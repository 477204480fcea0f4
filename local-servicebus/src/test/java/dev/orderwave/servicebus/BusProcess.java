package dev.orderwave.servicebus;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The bus as a process of its own, started as another module or a script would.
final class BusProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("local-servicebus ready port=(\\d+) statisticsPort=(\\d+)");
    private final Process process;

    private BusProcess(Process process) {
        this.process = process;
    }

    static BusProcess start(String... arguments) throws IOException {
        return start(List.of(), arguments);
    }

    /// @param launcher what the command is handed to, such as a shell that sets a limit first
    static BusProcess start(List<String> launcher, String... arguments) throws IOException {
        var command = new ArrayList<>(launcher);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                LocalServiceBusMain.class.getName()));
        command.addAll(List.of(arguments));
        return new BusProcess(new ProcessBuilder(command).start());
    }

    /// Waits until it is ready and says where.
    Ports ports() throws IOException {
        var line = nextLine(process.inputReader());
        var ready = READY.matcher(line);
        if (!ready.matches()) {
            throw new AssertionError("not ready: " + line + "; " + firstError());
        }
        return new Ports(Integer.parseInt(ready.group(1)), Integer.parseInt(ready.group(2)));
    }

    /// What it says on stderr; waits for it.
    String firstError() throws IOException {
        return nextLine(process.errorReader());
    }

    /// Whether it said no more before it ended.
    boolean saidNoMore() throws IOException {
        return process.inputReader().readLine() == null && process.errorReader().readLine() == null;
    }

    void terminate() {
        process.toHandle().destroy();
    }

    /// Ends it as a crash would.
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        kill();
    }

    /// Without a logging backend on the test class path, SLF4J says so first.
    private static String nextLine(BufferedReader output) throws IOException {
        var line = Optional.ofNullable(output.readLine());
        while (line.filter(text -> text.startsWith("SLF4J")).isPresent()) {
            line = Optional.ofNullable(output.readLine());
        }
        return line.orElse("");
    }

    record Ports(int amqp, int statistics) {
        String connectionString() {
            return "Endpoint=sb://localhost:" + amqp
                    + ";SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=SAS_KEY_VALUE;UseDevelopmentEmulator=true;";
        }
    }
}
