package dev.orderwave.logic;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.wasm.ClassCache;
import dev.orderwave.wasm.Guest;
import dev.orderwave.wasm.ModuleSource;
import dev.orderwave.wasm.Sandbox;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.classfile.attribute.CodeAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarInputStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is checked in of each language, besides its answers.
class CheckedInModulesTest {

    /// Those that leave it to the programmer how long a function gets.
    private static final Set<String> LANGUAGES_WITH_SHORT_FUNCTIONS =
            Set.of("assemblyscript", "c", "java", "rust", "zig");

    @ParameterizedTest
    @MethodSource("modules")
    void a_module_is_the_one_of_its_list(CheckedInModule module) throws IOException {
        var sha256 = source(module, ClassCache.none()).info().sha256();

        assertThat(module.sums()).containsOnlyOnce(sha256 + "  " + module.role() + ".wasm");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void a_module_says_nothing_about_the_machine_it_was_built_on(CheckedInModule module) {
        assertThat(new String(module.wasm(), ISO_8859_1)).doesNotContain("/home/", "/Users/", "/.cache", ".cargo");
    }

    @ParameterizedTest
    @MethodSource("modulesWithShortFunctions")
    void the_jvm_compiles_each_function_without_being_told(CheckedInModule module) throws IOException {
        assertThat(functions(module))
                .isNotEmpty()
                .allSatisfy(code -> assertThat(code.codeLength())
                        .as("%s: split it with noinline", code.parent())
                        .isLessThan(JvmMethods.LONGEST_THE_JVM_COMPILES));
    }

    private static Stream<CheckedInModule> modules() throws IOException {
        return CheckedInModule.all();
    }

    private static Stream<CheckedInModule> modulesWithShortFunctions() throws IOException {
        return CheckedInModule.all().filter(module -> LANGUAGES_WITH_SHORT_FUNCTIONS.contains(module.language()));
    }

    private static List<CodeAttribute> functions(CheckedInModule module) throws IOException {
        var compiled = new CompiledClasses();
        Guest.load(source(module, compiled), Sandbox.granting(module.role().outputs()));
        return compiled.functions();
    }

    private static ModuleSource source(CheckedInModule module, ClassCache classes) {
        return ModuleSource.compiledOnce(module.role().roleName(), module.wasm(), classes);
    }

    /// Catches what the compiler makes of a module.
    private static final class CompiledClasses implements ClassCache {
        private byte[] jar = {};

        @Override
        public Optional<byte[]> find(String sha256) {
            return Optional.empty();
        }

        @Override
        public void keep(String sha256, byte[] classes) {
            jar = classes;
        }

        List<CodeAttribute> functions() throws IOException {
            var functions = new ArrayList<CodeAttribute>();
            try (var classes = new JarInputStream(new ByteArrayInputStream(jar))) {
                for (var entry = classes.getNextJarEntry(); entry != null; entry = classes.getNextJarEntry()) {
                    if (entry.getName().contains(JvmMethods.FUNCTIONS)) {
                        JvmMethods.of(classes.readAllBytes()).forEach(functions::add);
                    }
                }
            }
            return functions;
        }
    }
}
