package dev.orderwave.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// One program that this JVM started and therefore may stop. Its output goes to a log file, because a pipe that
/// nobody reads would stop the program in the end. None outlives this JVM: what still runs at its end, after Ctrl-C
/// for example, is stopped then.
public final class ChildProcess implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);
    private static final int LOG_TAIL_LINES = 15;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private static final Set<ChildProcess> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(ChildProcess::stopAll, "stop-child-processes"));
    }

    private final String name;
    private final Process process;
    private final Path log;

    private ChildProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /// Starts `command`. The log is appended to, so that a program started again keeps its history.
    ///
    /// @param name what messages, logs and tables call it
    /// @param environment added to this JVM's own
    /// @throws UncheckedIOException if the program cannot be started at all
    public static ChildProcess start(
            String name, List<String> command, Map<String, String> environment, Path workDirectory, Path log) {
        var builder = new ProcessBuilder(command)
                .directory(workDirectory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            var child = new ChildProcess(name, builder.start(), log);
            RUNNING.add(child);
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be started by '%s'".formatted(name, command.getFirst()), e);
        }
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public Path log() {
        return log;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// Completes when it has ended, whoever ended it.
    public CompletableFuture<Void> ended() {
        return process.onExit().thenRun(() -> {});
    }

    /// How it ended; only once it has.
    public int exitCode() {
        return process.exitValue();
    }

    /// What it has used up to now.
    public ProcessUsage usage() {
        return ProcessUsage.of(process.toHandle());
    }

    /// Waits until a GET of `uri` answers with `status`.
    ///
    /// @throws ProcessFailedException if the program ends first, or does not answer so within `patience`
    public void awaitStatus(URI uri, int status, Duration patience) {
        await("answer %s with %d".formatted(uri, status), patience, () -> get(uri) == status);
    }

    /// Waits until `condition` holds.
    ///
    /// @param what completes the sentence "it did not ..."
    /// @throws ProcessFailedException if the program ends first, or the condition does not hold within `patience`
    public void await(String what, Duration patience, BooleanSupplier condition) {
        var deadline = Instant.now().plus(patience);
        while (isAlive() && !condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new ProcessFailedException(
                        "%s did not %s within %d s. %s".formatted(name, what, patience.toSeconds(), logTail()));
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        requireAlive();
    }

    /// @throws ProcessFailedException if it ended, with the end of its log
    public void requireAlive() {
        if (!isAlive()) {
            throw new ProcessFailedException(
                    "%s ended with exit code %d. %s".formatted(name, process.exitValue(), logTail()));
        }
    }

    /// Ends it as a crash would (`kill -9`) and waits until it is gone.
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /// Ends it in good order (SIGTERM), and with force when it has not gone after a minute.
    @Override
    public void close() {
        terminate();
        try {
            if (!process.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
            RUNNING.remove(this);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    /// Asks it to end (SIGTERM) without waiting, so that several can end side by side; [#close] waits.
    public void terminate() {
        process.destroy();
    }

    /// Ends it as Ctrl-C would (SIGINT), without waiting.
    public void interrupt() {
        signal("INT");
    }

    /// Stops it where it is (SIGSTOP), as a machine under pressure would; [#resume] lets it go on.
    public void pause() {
        signal("STOP");
    }

    public void resume() {
        signal("CONT");
    }

    private void signal(String signal) {
        var kill = start("kill", List.of("kill", "-" + signal, Long.toString(pid())), Map.of(), Path.of("."), log);
        kill.awaitExit();
    }

    private static void stopAll() {
        RUNNING.forEach(ChildProcess::terminate);
        RUNNING.forEach(ChildProcess::close);
    }

    private void awaitExit() {
        try {
            process.waitFor();
            RUNNING.remove(this);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String logTail() {
        try {
            var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            var tail = lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size());
            return "The end of %s:%n%s".formatted(log, String.join(System.lineSeparator(), tail));
        } catch (IOException e) {
            return "Its log %s cannot be read: %s".formatted(log, e.getMessage());
        }
    }

    /// The status of a GET, or -1 while nobody answers.
    private static int get(URI uri) {
        var request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(2)).build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
