package dev.orderwave.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.orderwave.conformance.Role;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Builds starting points as users do, with the compilers of their languages.
class StartingPointIT {

    private static final int LONGEST_BUILD_MINUTES = 15;

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_starting_point_builds_by_its_one_line_and_passes(Language language)
            throws IOException, InterruptedException {
        assumeThat(isInstalled(language.builtWith()))
                .as("%s is not installed, so nothing in %s can be built", language.builtWith(), language)
                .isTrue();

        buildsAndPasses(language, Role.ORDER_ROUTER);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ORDER_ROUTER")
    void so_does_one_for_each_other_role(Role role) throws IOException, InterruptedException {
        assumeThat(isInstalled(Language.RUST.builtWith()))
                .as("Rust is not installed")
                .isTrue();

        buildsAndPasses(Language.RUST, role);
    }

    private void buildsAndPasses(Language language, Role role) throws IOException, InterruptedException {
        var pot = folder.resolve("pot");
        assertThat(Session.of("new", "--lang", language, "--role", role, "--dir", pot, "tea-pot")
                        .exitCode())
                .isZero();

        build(pot);

        var session = Session.of("test", pot.resolve("modules/tea-pot.wasm"), "--as", role, "--per-call", 10_000);
        assertThat(session.exitCode()).as(session.out() + session.err()).isZero();
    }

    private static void build(Path pot) throws IOException, InterruptedException {
        var log = pot.resolve("build.log");
        var build = new ProcessBuilder(pot.resolve("build.sh").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var ended = build.waitFor(LONGEST_BUILD_MINUTES, TimeUnit.MINUTES);
        build.descendants().forEach(ProcessHandle::destroyForcibly);
        build.destroyForcibly();
        assertThat(ended).as("ended in time").isTrue();
        assertThat(build.exitValue()).as(Files.readString(log)).isZero();
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
