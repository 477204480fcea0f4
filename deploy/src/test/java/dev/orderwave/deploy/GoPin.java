package dev.orderwave.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.regex.Pattern;

/// A Go module whose version is said in one place, a `go.mod` in `tools`.
///
/// @param folder the folder in `tools`
record GoPin(String folder, String module) {
    String version() {
        var file = Checkout.find().pin(folder);
        try {
            var line = Pattern.compile("(?m)^(?:require )?\\s*%s v(\\S+)".formatted(Pattern.quote(module)))
                    .matcher(Files.readString(file));
            if (!line.find()) {
                throw new IllegalStateException("%s does not require %s".formatted(file, module));
            }
            return line.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(file), e);
        }
    }
}
