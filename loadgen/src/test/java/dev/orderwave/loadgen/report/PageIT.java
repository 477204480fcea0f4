package dev.orderwave.loadgen.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.orderwave.loadgen.result.Run;
import dev.orderwave.processes.Chromium;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Looks at reports in a browser, as people do. What it saw is left in `target/pages`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageIT {

    private static final Path SEEN = Path.of("target", "pages");
    private static final Pattern PDF_PAGE = Pattern.compile("/Type\\s*/Page\\b");
    private static final int DESKTOP = 1280;
    private static final int PHONE = 400;

    private Optional<Chromium> browser = Optional.empty();

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        assumeTrue(
                Chromium.find().isPresent(),
                "No Chromium to look at reports with: install it, or point CHROMIUM to one; './orderwave test' installs one on Linux x86_64");
        Files.createDirectories(SEEN);
        browser = Optional.of(Chromium.start(directory));
    }

    @AfterAll
    void stop() {
        browser.ifPresent(Chromium::close);
    }

    static Stream<List<Run>> reports() {
        return Stream.of(
                List.of(ExampleRuns.orderwave()),
                List.of(ExampleRuns.orderwave(), ExampleRuns.node()),
                List.of(ExampleRuns.remote(), ExampleRuns.nothingArrived(), ExampleRuns.unclean()),
                List.of(
                        ExampleRuns.orderwave(),
                        ExampleRuns.node(),
                        ExampleRuns.unclean(),
                        ExampleRuns.named("a-name-that-is-longer-than-most <b>&amp;</b>")));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void it_is_legible_in_light_and_dark_and_on_a_phone(List<Run> runs) throws IOException {
        try (var page = open(runs)) {
            for (var scheme : List.of("light", "dark")) {
                assertThat(look(page.in(scheme, DESKTOP))).isEmpty();
                save(page.picture(), runs, scheme + ".png");
            }
            assertThat(look(page.in("light", PHONE))).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void it_prints_on_one_page(List<Run> runs) throws IOException {
        try (var page = open(runs)) {
            assertThat(look(page.onPaper())).isEmpty();
            save(page.picture(), runs, "paper.png");
            var pdf = page.print();
            save(pdf, runs, "paper.pdf");
            assertThat(PDF_PAGE.matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                            .results())
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void it_is_light_by_day_and_dark_by_night(List<Run> runs) throws IOException {
        try (var page = open(runs)) {
            assertThat(brightness(page.in("light", DESKTOP).picture())).isGreaterThan(200);
            assertThat(brightness(page.in("dark", DESKTOP).picture())).isLessThan(60);
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void it_says_what_the_runs_have_shown_and_asks_nobody_else(List<Run> runs) throws IOException {
        try (var page = open(runs)) {
            var text = page.evaluate("document.body.innerText").asText();

            assertThat(text).contains(runs.stream().map(Run::name).toList());
            assertThat(text)
                    .contains("orders/s", "latency p99 ms", "Orders that had come so far", "Messages that waited");
            assertThat(page.complaints()).isEmpty();
            assertThat(page.requests()).singleElement().asString().startsWith("file:");
        }
    }

    private OpenPage open(List<Run> runs) throws IOException {
        var file = SEEN.resolve(name(runs) + ".html").toAbsolutePath();
        Files.writeString(file, Page.of(new Comparison(runs)));
        return new OpenPage(browser.orElseThrow(), file);
    }

    private static List<String> look(OpenPage page) throws IOException {
        try (var script = Objects.requireNonNull(PageIT.class.getResourceAsStream("look.js"))) {
            return page.evaluate(new String(script.readAllBytes(), StandardCharsets.UTF_8))
                    .valueStream()
                    .map(complaint -> complaint.asText())
                    .toList();
        }
    }

    private static double brightness(byte[] png) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int[] colors = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Stream.of(16, 8, 0)
                .mapToDouble(shift -> Arrays.stream(colors)
                        .map(color -> color >> shift & 0xff)
                        .average()
                        .orElseThrow())
                .average()
                .orElseThrow();
    }

    private static void save(byte[] seen, List<Run> runs, String name) throws IOException {
        Files.write(SEEN.resolve(name(runs) + "-" + name), seen);
    }

    private static String name(List<Run> runs) {
        return runs.size() + "-runs";
    }
}
