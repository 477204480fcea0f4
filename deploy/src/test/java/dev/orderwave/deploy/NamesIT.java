package dev.orderwave.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Names that Terraform, the chart and the bindings each have to say, since none of them reads the others.
class NamesIT {
    private final Helm helm = Helm.find();

    @Test
    void terraform_makes_the_queues_that_the_bindings_name() {
        var queues = DaprComponents.bindings()
                .map(component -> DaprComponents.setting(component, "queueName").asText())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());

        assertThat(queues).hasSize(3);
        assertThat(inTerraform("\"(q-[a-z-]+)\"")).isEqualTo(queues);
    }

    @Test
    void terraform_makes_the_containers_that_the_bindings_name() {
        var containers = DaprComponents.bindings()
                .map(component ->
                        DaprComponents.setting(component, "containerName").asText())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());

        assertThat(containers).hasSize(3);
        assertThat(inTerraform("\"([a-z]+-outbox)\"")).isEqualTo(containers);
    }

    /// Who is not trusted cannot sign in, and says so only in the cluster.
    @Test
    void terraform_trusts_service_accounts_that_the_chart_makes() {
        var made = Stream.of("workload-identity", "loadgen")
                .flatMap(values -> ValueSet.named(values).render(helm).ofKind("ServiceAccount"))
                .map(Manifests::name)
                .collect(Collectors.toSet());
        var trusted = inTerraform("\\$\\{var\\.kubernetes_namespace}:([a-z-]+)\"");

        assertThat(trusted).isNotEmpty().isSubsetOf(made);
        assertThat(trusted)
                .containsAll(
                        ValueSet.SERVICES.stream().map(name -> name + "-daprd").toList());
    }

    private static Set<String> inTerraform(String pattern) {
        try (var files = Files.list(Checkout.find().deploy("terraform"))) {
            return files.filter(file -> file.toString().endsWith(".tf"))
                    .flatMap(
                            file -> Pattern.compile(pattern).matcher(read(file)).results())
                    .map((MatchResult match) -> match.group(1))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
