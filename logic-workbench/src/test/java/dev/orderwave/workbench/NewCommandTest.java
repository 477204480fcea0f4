package dev.orderwave.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.conformance.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewCommandTest {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_starting_point_speaks_of_no_module_but_its_own(Language language) throws IOException {
        var session = Session.of("new", "--lang", language, "tea-pot", "--dir", folder.resolve("pot"));

        assertThat(session.err()).isEmpty();
        assertThat(session.exitCode()).isZero();
        assertThat(files())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Files.readString(file))
                        .as(file.toString())
                        .doesNotContainIgnoringCase("express-pick-list", "express_pick_list", "expressPickList")
                        .doesNotContainIgnoringCase("standard-order", "standard_order", "standardOrder")
                        .doesNotContain("order_router", "OrderRouter"));
        assertThat(folder.resolve("pot/build.sh")).isExecutable();
    }

    @Test
    void it_says_the_next_commands_and_writes_them_down() throws IOException {
        var pot = folder.resolve("pot");

        var session = Session.of("new", "--lang", "rust", "tea-pot", "--dir", pot, "--role", "standard-order");

        var build = pot + "/build.sh";
        var test = "./orderwave logic test %s/modules/tea-pot.wasm --as standard-order".formatted(pot);
        var run = "./orderwave logic run %s/modules/tea-pot.wasm %s/order.json".formatted(pot, pot);
        assertThat(session.out())
                .contains("in rust for the role standard-order")
                .contains(build, test, run);
        assertThat(pot.resolve("README.md")).content().contains(build, test, run);
        assertThat(pot.resolve("order.json")).hasBinaryContent(SampleOrder.bytes());
    }

    @Test
    void a_module_named_after_a_role_is_of_that_role() {
        var session = Session.of("new", "--lang", "rust", "express-pick-list", "--dir", folder.resolve("mine"));

        assertThat(session.out()).contains("for the role " + Role.EXPRESS_PICK_LIST);
    }

    @Test
    void nothing_is_overwritten() throws IOException {
        var mine = Files.writeString(folder.resolve("mine.txt"), "mine");

        var session = Session.of("new", "--lang", "rust", "tea-pot", "--dir", folder);

        assertThat(session.err().lines())
                .containsExactly(folder + " is not empty; choose another name, or another folder by --dir");
        assertThat(session.exitCode()).isEqualTo(1);
        assertThat(files()).containsExactly(mine);
    }

    @Test
    void a_file_is_no_folder() throws IOException {
        var file = Files.writeString(folder.resolve("mine.txt"), "mine");

        var session = Session.of("new", "--lang", "rust", "tea-pot", "--dir", file);

        assertThat(session.err().lines()).singleElement().asString().startsWith("cannot write to " + file);
        assertThat(session.exitCode()).isEqualTo(1);
    }

    @Test
    void an_empty_folder_is_filled() {
        assertThat(Session.of("new", "--lang", "rust", "tea-pot", "--dir", folder)
                        .exitCode())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Tea", "tea_pot", "tea--pot", "-tea", "tea-", "1tea", "../tea", "tea/pot", "tea pot"})
    void a_name_that_not_every_language_can_spell_is_refused(String name) throws IOException {
        var session = Session.of("new", "--lang", "rust", "--dir", folder.resolve("pot"), "--", name);

        assertThat(session.err().lines())
                .singleElement()
                .asString()
                .contains("is no name for a module; use at most 40 small letters and digits, like my-router");
        assertThat(session.exitCode()).isEqualTo(1);
        assertThat(files()).isEmpty();
    }

    @Test
    void a_name_that_a_starting_point_needs_for_itself_is_refused() {
        var session = Session.of("new", "--lang", "rust", "order", "--dir", folder.resolve("pot"));

        assertThat(session.err().lines())
                .containsExactly("order is what a part of each starting point is called; choose another name");
    }

    @Test
    void a_language_without_a_starting_point_is_one_line() {
        var session = Session.of("new", "--lang", "cobol", "tea-pot", "--dir", folder.resolve("pot"));

        assertThat(session.err().lines())
                .singleElement()
                .asString()
                .contains("there is no starting point in cobol, only in [rust");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
