package dev.orderwave.loadgen.report;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orderwave.processes.Chromium;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/// A page in a browser: what is seen, printed and complained about.
final class OpenPage implements AutoCloseable {

    /// 190 mm, of which 25.4 make 96 pixels.
    private static final int A4_WIDTH = 718;

    private final DevTools tab;

    OpenPage(Chromium browser, Path file) {
        tab = open(browser, file);
    }

    /// A tab that is opened while the machine is busy may never answer; the next one does.
    private static DevTools open(Chromium browser, Path file) {
        try {
            return openOnce(browser, file);
        } catch (CompletionException | ConditionTimeoutException e) {
            return openOnce(browser, file);
        }
    }

    private static DevTools openOnce(Chromium browser, Path file) {
        var tab = new DevTools(browser.devTools());
        try {
            for (var domain : List.of("Page", "Runtime", "Log", "Network")) {
                tab.call(domain + ".enable", Map.of());
            }
            tab.call("Page.setLifecycleEventsEnabled", Map.of("enabled", true));
            var loader = tab.call("Page.navigate", Map.of("url", file.toUri().toString()))
                    .get("loaderId");
            await().atMost(DevTools.PATIENCE).until(() -> hasLoaded(tab, loader));
            return tab;
        } catch (RuntimeException e) {
            tab.abandon();
            throw e;
        }
    }

    /// The empty page that a tab begins with tells that it has loaded, too.
    private static boolean hasLoaded(DevTools tab, JsonNode loader) {
        return tab.events("Page.lifecycleEvent").stream()
                .map(event -> event.get("params"))
                .anyMatch(event -> event.get("loaderId").equals(loader)
                        && event.get("name").asText().equals("load"));
    }

    /// @param scheme `light` or `dark`
    OpenPage in(String scheme, int width) {
        tab.call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        tab.call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", false));
        return this;
    }

    /// As it is printed: with the style for paper, as wide as A4 between its margins.
    OpenPage onPaper() {
        in("light", A4_WIDTH);
        tab.call("Emulation.setEmulatedMedia", Map.of("media", "print"));
        return this;
    }

    JsonNode evaluate(String script) {
        return tab.call("Runtime.evaluate", Map.of("expression", script, "returnByValue", true))
                .path("result")
                .path("value");
    }

    /// As PNG, the whole page.
    byte[] picture() {
        var size = tab.call("Page.getLayoutMetrics", Map.of()).get("cssContentSize");
        var clip = Map.of(
                "x",
                0,
                "y",
                0,
                "scale",
                1,
                "width",
                size.get("width"),
                "height",
                evaluate("document.body.scrollHeight"));
        var shot = tab.call("Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip", clip));
        return Base64.getDecoder().decode(shot.get("data").asText());
    }

    /// As PDF, on the paper that the page asks for.
    byte[] print() {
        var pdf = tab.call("Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", true));
        return Base64.getDecoder().decode(pdf.get("data").asText());
    }

    /// What it logged, threw, or could not load.
    List<JsonNode> complaints() {
        return Stream.of(
                        "Runtime.consoleAPICalled",
                        "Runtime.exceptionThrown",
                        "Log.entryAdded",
                        "Network.loadingFailed")
                .flatMap(kind -> tab.events(kind).stream())
                .toList();
    }

    /// The addresses that it asked for.
    List<String> requests() {
        return tab.events("Network.requestWillBeSent").stream()
                .map(event -> event.at("/params/request/url").asText())
                .toList();
    }

    @Override
    public void close() {
        tab.close();
    }
}
