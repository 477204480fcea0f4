package dev.orderwave.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The alerts, played through by Prometheus's own tool.
class AlertRulesDeployIT {
    private static final PinnedTool PROMTOOL = PinnedTool.of("promtool", "github.com/prometheus/prometheus");

    private final Path folder = Checkout.find().deploy("prometheus");

    @Test
    void each_alert_fires_when_it_should_and_only_then() throws Exception {
        var run = promtool("test", "rules", folder.resolve("rules-test.yaml").toString());

        assertThat(run.output()).contains("SUCCESS");
        assertThat(run.exitCode()).as(run.output()).isZero();
    }

    @Test
    void every_alert_is_played() throws IOException {
        var alerts = Manifests.read(folder.resolve("rules.yaml"))
                .documents()
                .getFirst()
                .findValuesAsText("alert");
        var played = Manifests.read(folder.resolve("rules-test.yaml"))
                .documents()
                .getFirst()
                .findValuesAsText("alertname");

        assertThat(alerts).isNotEmpty().isSubsetOf(played);
    }

    @Test
    void a_rule_that_never_fires_is_noticed(@TempDir Path copy) throws Exception {
        Files.copy(folder.resolve("rules-test.yaml"), copy.resolve("rules-test.yaml"));
        Files.writeString(
                copy.resolve("rules.yaml"),
                Files.readString(folder.resolve("rules.yaml")).replace("> 0.05", "> 5"));

        var run = promtool("test", "rules", copy.resolve("rules-test.yaml").toString());

        assertThat(run.exitCode()).isNotZero();
        assertThat(run.output()).contains("OrderwaveRejectedShare");
    }

    private static Run promtool(String... arguments) throws IOException, InterruptedException {
        var program = PROMTOOL.find();
        assumeTrue(program.isPresent(), () -> PROMTOOL.advice("./orderwave test --deploy"));
        var command = new ProcessBuilder(program.orElseThrow().toString());
        command.command().addAll(List.of(arguments));
        var process = command.redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    private record Run(int exitCode, String output) {}
}
