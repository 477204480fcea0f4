package dev.orderwave.processor.lineup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.wasm.InstancePolicy;
import dev.orderwave.wasm.Limits;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ModuleConfigTest {

    @Test
    void without_configuration_there_is_the_shipped_module_and_nothing_is_granted() {
        var config = new SmallRyeConfigBuilder()
                .withMapping(ModuleConfig.class)
                .build()
                .getConfigMapping(ModuleConfig.class);

        assertThat(config.source()).isEmpty();
        assertThat(config.shadow()).isEmpty();
        assertThat(config.candidate().source()).isEmpty();
        assertThat(config.attribute().name()).isEmpty();
        assertThat(config.capabilities()).isEmpty();
        assertThat(config.managementToken()).isEmpty();
        assertThat(config.instances()).isEqualTo(InstancePolicy.FRESH);
        assertThat(config.watch()).isEqualTo(Duration.ofSeconds(5));
        var limits = config.limits();
        assertThat(new Limits(
                        limits.perCall(),
                        limits.toLoad(),
                        limits.moduleBytes(),
                        limits.memoryBytes(),
                        limits.outputBytes()))
                .isEqualTo(Limits.DEFAULT);
    }

    @Test
    void every_setting_is_in_the_table_for_operators() throws IOException {
        var table = Files.readString(Path.of("../docs/modules.md"));

        assertThat(ConfigMappings.getProperties(ConfigClass.configClass(ModuleConfig.class))
                        .keySet())
                .isNotEmpty()
                .allSatisfy(property -> assertThat(table).contains("| `" + property.replace("[*]", "") + "` |"));
    }
}
