package dev.orderwave.loadgen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.loadgen.report.ExampleRuns;
import dev.orderwave.loadgen.result.Run;
import dev.orderwave.loadgen.result.RunFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {

    @TempDir
    Path directory;

    @Test
    void two_runs_become_a_page_a_table_and_a_summary() throws Exception {
        var report = ProgramRun.of(
                "report",
                file(ExampleRuns.orderwave()),
                file(ExampleRuns.node()),
                "--html",
                path("report.html"),
                "--csv",
                path("report.csv"),
                "--json",
                path("report.json"));

        assertThat(report.err()).isEmpty();
        assertThat(report.exitCode()).isZero();
        assertThat(report.out())
                .contains(
                        "Wrote " + path("report.html"), "Wrote " + path("report.csv"), "Wrote " + path("report.json"));
        assertThat(Files.readString(directory.resolve("report.html"))).contains("<h1>orderwave beside node</h1>");
        assertThat(Files.readAllLines(directory.resolve("report.csv"))).hasSize(11);
        assertThat(Files.readString(directory.resolve("report.json"))).startsWith("{");
    }

    @Test
    void a_report_that_goes_nowhere_is_a_wrong_usage() {
        var report = ProgramRun.of("report", file(ExampleRuns.orderwave()));

        assertThat(report.exitCode()).isEqualTo(2);
        assertThat(report.err()).contains("Name a file by --html, --csv or --json");
    }

    @Test
    void more_runs_than_fit_on_a_page_are_a_wrong_usage() {
        var run = file(ExampleRuns.orderwave());

        var report = ProgramRun.of("report", run, run, run, run, run, "--html", path("report.html"));

        assertThat(report.exitCode()).isEqualTo(2);
        assertThat(report.err()).contains("5 runs do not fit on a page: name at most 4");
    }

    @Test
    void a_file_that_is_not_there_is_told_in_one_line() {
        var report = ProgramRun.of("report", path("absent.json"), "--html", path("report.html"));

        assertThat(report.exitCode()).isEqualTo(3);
        assertThat(report.err()).contains("absent.json cannot be read").hasLineCount(1);
    }

    @Test
    void a_place_that_cannot_be_written_is_told() {
        var report =
                ProgramRun.of("report", file(ExampleRuns.orderwave()), "--html", path("no-such-folder/report.html"));

        assertThat(report.exitCode()).isEqualTo(2);
        assertThat(report.err()).contains("no-such-folder", "cannot be written");
    }

    private String file(Run run) {
        var file = directory.resolve(run.name() + ".json");
        RunFile.write(run, file);
        return file.toString();
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }
}
