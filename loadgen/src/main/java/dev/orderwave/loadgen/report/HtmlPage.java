package dev.orderwave.loadgen.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// One HTML page that needs nothing else: no network and no script, its drawings and its style inside. All our pages
/// look alike, on a screen, in the dark and on paper.
///
/// @param style what this page has of its own beside the style of all; trusted
public record HtmlPage(String title, String style, Element body) {

    @Override
    public String toString() {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                %s
                <style>
                %s%s</style>
                </head>
                %s
                </html>
                """.formatted(Element.of("title").text(title), css(), style, body);
    }

    private static String css() {
        try (var css = Objects.requireNonNull(HtmlPage.class.getResourceAsStream("page.css"), "page.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("page.css cannot be read", unreadable);
        }
    }
}
