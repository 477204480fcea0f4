package dev.orderwave.logic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.attribute.CodeAttribute;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShippedModulesTest {

    @Test
    void the_modules_are_those_of_the_list() throws IOException {
        var list = new String(resource("/modules/SHA256SUMS"), UTF_8);

        assertThat(list.lines())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(OrderLogic.values())
                        .map(module -> module.source().info().sha256() + "  " + module.moduleName() + ".wasm")
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(OrderLogic.class)
    void the_jvm_compiles_each_function_without_being_told(OrderLogic module) throws IOException {
        assertThat(functions(module))
                .isNotEmpty()
                .allSatisfy(code -> assertThat(code.codeLength())
                        .as("%s: split it with noinline", code.parent())
                        .isLessThan(JvmMethods.LONGEST_THE_JVM_COMPILES));
    }

    private static Stream<CodeAttribute> functions(OrderLogic module) throws IOException {
        return JvmMethods.of(
                resource("/" + module.compiled().getName().replace('.', '/') + JvmMethods.FUNCTIONS + "0.class"));
    }

    private static byte[] resource(String name) throws IOException {
        try (var resource = OrderLogic.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(resource, name).readAllBytes();
        }
    }
}
