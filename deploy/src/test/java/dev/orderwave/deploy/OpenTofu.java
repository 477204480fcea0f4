package dev.orderwave.deploy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A copy of `deploy/terraform`, planned by the provider that would apply it. Azure is not asked: what
/// is checked are the names, types and limits that its API publishes, which the provider carries.
final class OpenTofu {
    private static final PinnedTool TOFU =
            new PinnedTool("tofu", new GoPin("opentofu", "github.com/opentofu/opentofu"), "opentofu");
    private static final PinnedTool AZAPI = new PinnedTool(
            "terraform-provider-azapi", new GoPin("azapi", "github.com/Azure/terraform-provider-azapi"), "azapi");

    /// Nobody's. The provider wants to know who would sign in, and does not sign in for a plan.
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    private final Path program;
    private final Path folder;
    private final Path settings;

    private OpenTofu(Path program, Path folder, Path settings) {
        this.program = program;
        this.folder = folder;
        this.settings = settings;
    }

    /// A test that asks for it is skipped where the programs are absent.
    ///
    /// @param directory an empty one, where the copy is made
    static OpenTofu in(Path directory) {
        Stream.of(TOFU, AZAPI)
                .forEach(tool -> assumeTrue(tool.find().isPresent(), () -> tool.advice("./orderwave test --deploy")));
        var provider = AZAPI.find().orElseThrow().getParent();
        try (var sources = Files.list(Checkout.find().deploy("terraform"))) {
            for (var source :
                    sources.filter(file -> file.toString().endsWith(".tf")).toList()) {
                Files.copy(source, directory.resolve(source.getFileName()));
            }
            var settings = Files.writeString(directory.resolve("tofu.rc"), """
                    provider_installation {
                      dev_overrides {
                        "Azure/azapi" = "%s"
                      }
                    }
                    """.formatted(provider));
            return new OpenTofu(TOFU.find().orElseThrow(), directory, settings);
        } catch (IOException e) {
            throw new UncheckedIOException("deploy/terraform cannot be copied to %s".formatted(directory), e);
        }
    }

    /// Changes the copy: a mistake that is to be found.
    void replace(String file, String text, String replacement) {
        change(file, Pattern.compile(Pattern.quote(text)), replacement);
    }

    /// Puts a constant wherever an answer of Azure would be. The provider leaves a body unchecked while
    /// it does not know all of it.
    void answerForAzure() {
        change("identity.tf", Pattern.compile("azapi_resource\\.\\S+\\.output\\.\\S+"), "\"%s\"".formatted(NOBODY));
    }

    private void change(String file, Pattern text, String replacement) {
        try {
            var path = folder.resolve(file);
            var found = text.matcher(Files.readString(path));
            if (!found.find()) {
                throw new AssertionError("%s does not contain '%s'".formatted(file, text));
            }
            Files.writeString(path, found.replaceAll(replacement));
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be changed".formatted(file), e);
        }
    }

    /// What would be made in Azure, as `tofu show -json` tells it.
    ///
    /// @throws TofuRefusedException if it cannot be planned
    JsonNode plan(String... variables) {
        var arguments = new ArrayList<>(List.of("plan", "-refresh=false", "-input=false", "-no-color", "-out=plan"));
        Stream.of(variables).map("-var=%s"::formatted).forEach(arguments::add);
        run(arguments);
        return json(run(List.of("show", "-json", "-no-color", "plan")));
    }

    /// What `tofu output -raw helm_values` would say, with made-up answers in Azure's place.
    ///
    /// @param answers a `.tftest.hcl` that applies everything to them
    String helmValues(Path answers) {
        try {
            Files.copy(answers, folder.resolve(answers.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be copied".formatted(answers), e);
        }
        return run(List.of("test", "-json", "-verbose"))
                .lines()
                .map(OpenTofu::json)
                .map(event -> event.at("/test_state/values/outputs/helm_values/value"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst()
                .orElseThrow();
    }

    private String run(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(program.toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "TF_CLI_CONFIG_FILE",
                        settings.toString(),
                        "CHECKPOINT_DISABLE",
                        "true",
                        "ARM_SUBSCRIPTION_ID",
                        NOBODY,
                        "ARM_TENANT_ID",
                        NOBODY,
                        "ARM_CLIENT_ID",
                        NOBODY,
                        "ARM_CLIENT_SECRET",
                        "none"));
        try {
            var process = builder.start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new TofuRefusedException(output.strip());
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be started".formatted(program), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while OpenTofu planned", e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + text, e);
        }
    }
}
