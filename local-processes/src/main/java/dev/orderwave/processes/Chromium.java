package dev.orderwave.processes;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A browser without a window, for tests that look at pages. It is driven by the Chrome DevTools Protocol.
public final class Chromium implements AutoCloseable {
    /// The version of the package that `tools/chromium` pins.
    public static final String VERSION = "143.0.4";

    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "chromium-headless-shell", "google-chrome");

    private final ChildProcess process;
    private final Path portFile;

    private Chromium(ChildProcess process, Path portFile) {
        this.process = process;
        this.portFile = portFile;
    }

    /// Where it is; empty if [#start] would fail. It is looked for by `$CHROMIUM`, on PATH and among the tools.
    public static Optional<Path> find() {
        var named = Stream.ofNullable(System.getenv("CHROMIUM")).map(Path::of);
        var onPath = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.of(named, onPath, Stream.of(cached()))
                .flatMap(places -> places)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// Starts it and waits until it can be driven.
    ///
    /// @param directory where it keeps its profile and writes `chromium.log`
    /// @throws ProcessFailedException if it is not installed or does not come up
    public static Chromium start(Path directory) {
        var program = find().orElseThrow(() -> new ProcessFailedException(
                "Chromium was not found by $CHROMIUM, on PATH or at %s. './orderwave test' installs it; './orderwave doctor' says what that needs."
                        .formatted(cached())));
        var profile = directory.resolve("profile");
        var process = ChildProcess.start(
                "chromium",
                command(program, profile),
                environment(program),
                directory,
                directory.resolve("chromium.log"));
        var chromium = new Chromium(process, profile.resolve("DevToolsActivePort"));
        try {
            process.await(
                    "tell its port", START_PATIENCE, () -> chromium.toldPort().isPresent());
        } catch (ProcessFailedException | UncheckedIOException e) {
            chromium.close();
            throw e;
        }
        return chromium;
    }

    public ChildProcess process() {
        return process;
    }

    /// Where its pages are listed and opened, `http://127.0.0.1:port`.
    public URI devTools() {
        return URI.create("http://127.0.0.1:" + toldPort().orElseThrow());
    }

    @Override
    public void close() {
        process.close();
    }

    private static List<String> command(Path program, Path profile) {
        // Its own sandbox needs rights that a container or root often lacks; the tests open their own pages only.
        return List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--no-zygote",
                "--disable-gpu",
                "--disable-software-rasterizer",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--hide-scrollbars",
                "--font-render-hinting=none",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank");
    }

    /// The installed one brings libraries and fonts that a machine may lack.
    private static Map<String, String> environment(Path program) {
        return program.equals(cached())
                ? Map.of(
                        "LD_LIBRARY_PATH", folder().resolve("lib").toString(),
                        "FONTCONFIG_FILE", folder().resolve("fonts.conf").toString())
                : Map.of();
    }

    private static Path cached() {
        return folder().resolve("chromium");
    }

    private static Path folder() {
        return ToolCache.folder("chromium-" + VERSION);
    }

    /// The first line of what it writes once it listens; it may be seen half-written.
    private Optional<String> toldPort() {
        try {
            return Files.exists(portFile)
                    ? Files.readAllLines(portFile).stream().findFirst().filter(line -> !line.isBlank())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(portFile), e);
        }
    }
}
