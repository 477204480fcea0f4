package dev.orderwave.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A Dockerfile that does nothing but copy and say how to start: it takes no machine of the image's own kind to follow
/// it.
///
/// @param entrypoint the words of it
record Dockerfile(List<Copy> copies, List<String> environment, String user, String directory, List<String> entrypoint) {
    /// @param source below the build context
    record Copy(String source, String target) {}

    /// @param arguments values of its `ARG`s
    /// @throws IllegalArgumentException if it does anything else
    static Dockerfile read(Path file, Map<String, String> arguments) {
        var copies = new ArrayList<Copy>();
        var environment = new ArrayList<String>();
        var entrypoint = new ArrayList<String>();
        var user = "";
        var directory = "";
        for (var line : instructions(file)) {
            var words = substituted(line, arguments).split(" ");
            switch (words[0]) {
                case "ARG", "FROM" -> {}
                case "COPY" -> copies.add(new Copy(words[1], words[2]));
                case "ENV" -> environment.addAll(Arrays.asList(words).subList(1, words.length));
                case "USER" -> user = words[1];
                case "WORKDIR" -> directory = words[1];
                case "ENTRYPOINT" ->
                    Arrays.stream(line.replaceFirst("ENTRYPOINT \\[(.*)]", "$1").split(", "))
                            .map(word -> word.replace("\"", ""))
                            .forEach(entrypoint::add);
                default -> throw new IllegalArgumentException("%s does more than copy: %s".formatted(file, line));
            }
        }
        return new Dockerfile(List.copyOf(copies), List.copyOf(environment), user, directory, List.copyOf(entrypoint));
    }

    private static List<String> instructions(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(file), e);
        }
    }

    private static String substituted(String line, Map<String, String> arguments) {
        var result = line;
        for (var argument : arguments.entrySet()) {
            result = result.replace("${%s}".formatted(argument.getKey()), argument.getValue());
        }
        return result;
    }
}
