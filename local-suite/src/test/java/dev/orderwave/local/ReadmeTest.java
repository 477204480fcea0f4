package dev.orderwave.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Pattern COMMAND = Pattern.compile("\\./orderwave ([a-z]+)");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");

    private final Path root = Checkout.find().root();

    @Test
    void every_command_of_the_readme_is_one_that_the_script_explains() throws IOException {
        var usage = Files.readString(root.resolve("orderwave"));

        assertThat(found(COMMAND))
                .isNotEmpty()
                .allSatisfy(command -> assertThat(usage).containsPattern("(?m)^  " + command + "\\b"));
    }

    @Test
    void every_link_of_the_readme_leads_somewhere() throws IOException {
        assertThat(found(LINK))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(root.resolve(link)).exists());
    }

    private List<String> found(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(root.resolve("README.md")))
                .results()
                .map((MatchResult match) -> match.group(1))
                .distinct()
                .toList();
    }
}
