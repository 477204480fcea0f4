package dev.orderwave.wasm.hostile;

import static dev.orderwave.wasm.GuestFault.BAD_OUTPUT;
import static dev.orderwave.wasm.GuestFault.BAD_VERDICT;
import static dev.orderwave.wasm.GuestFault.GUEST_ERROR;
import static dev.orderwave.wasm.GuestFault.OUTPUT_DENIED;
import static dev.orderwave.wasm.Wasm.*;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderwave.wasm.Emission;
import dev.orderwave.wasm.GuestFault;
import dev.orderwave.wasm.TestGuest;
import dev.orderwave.wasm.Verdict;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Texts that are no verdict, or one that must not be carried out, or that cost much to read.
final class Texts {

    private static final int MOST = 1 << 20;
    private static final int PAGES = 40;
    private static final String TO_OUT = "{\"to\":\"out\"}";
    private static final String COLOURS = "\u001b[31m\u0007\r\n\u202e\u2028\u0000\u009b";

    private Texts() {}

    static Group of() {
        return names(costs(encodings(new Group("texts"))));
    }

    private static Group encodings(Group group) {
        return group.fails("an overlong slash", answering(code((int) '"', 0xc0, 0xaf, (int) '"')), BAD_OUTPUT)
                .fails("half of a character at the end", answering(code((int) '{', 0xe2, 0x82)), BAD_OUTPUT)
                .fails("half of a pair", answering(code((int) '"', 0xed, 0xa0, 0x80, (int) '"')), BAD_OUTPUT)
                .fails("a character beyond all", answering(code(0xf4, 0x90, 0x80, 0x80)), BAD_OUTPUT)
                .fails("bytes that are never UTF-8", answering(code(0xff, 0xfe, 0xfd)), BAD_OUTPUT)
                .fails("UTF-16, little end first", encoded(UTF_16LE), BAD_VERDICT)
                .fails("UTF-16, big end first", encoded(UTF_16BE), BAD_VERDICT)
                .fails("UTF-32, little end first", encoded(Charset.forName("UTF-32LE")), BAD_VERDICT)
                .fails("UTF-32, big end first", encoded(Charset.forName("UTF-32BE")), BAD_VERDICT)
                .fails("zeros", answering(new byte[100]), BAD_VERDICT)
                .fails("a zero after the verdict", answering("{\"reject\":\"x\"}\0"), BAD_VERDICT)
                .fails("a zero within the verdict", answering("{\"reject\":\"x\0y\"}"), BAD_VERDICT)
                .fails("control characters instead of a verdict", answering(COLOURS.repeat(100)), BAD_VERDICT)
                .fails("a page of HTML", answering("<html><script>alert(1)</script>"), BAD_VERDICT);
    }

    private static Group costs(Group group) {
        return group.fails("1 MiB of [", large("[".repeat(MOST)), BAD_VERDICT)
                .fails("1 MiB of {\"a\":", large("{\"a\":".repeat(MOST / 5)), BAD_VERDICT)
                .fails(
                        "data of 1 MiB of [",
                        large("{\"emit\":[{\"to\":\"out\",\"data\":" + "[".repeat(1_000_000)),
                        BAD_VERDICT)
                .fails("data nested 2,000 times", answering(data("[".repeat(2_000) + "]".repeat(2_000))), BAD_VERDICT)
                .fails("a number of a million digits", large(data("1".repeat(1_000_000))), BAD_VERDICT)
                .fails(
                        "a number of a million digits in metadata",
                        large(metadata("\"n\":" + "1".repeat(1_000_000))),
                        BAD_VERDICT)
                .isHarmless("the number 1e999999999 in metadata", number()::build, emitting(Map.of("n", "1e999999999")))
                .fails(
                        "a name of a million characters",
                        large(metadata("\"" + "n".repeat(1_000_000) + "\":1")),
                        BAD_VERDICT)
                .fails(
                        "a name of a million escapes",
                        large(metadata("\"" + "\\u0041".repeat(170_000) + "\":1")),
                        BAD_VERDICT)
                .fails(
                        "80,000 emissions",
                        large("{\"emit\":[" + (TO_OUT + ",").repeat(80_000) + TO_OUT + "]}"),
                        BAD_VERDICT)
                .fails("80,000 keys of metadata", large(metadata(keys(80_000))), BAD_VERDICT)
                .fails("1 MiB of blanks", large(" ".repeat(MOST)), BAD_VERDICT)
                .isHarmless(
                        "a reason of 1 MiB",
                        large(reject("x".repeat(MOST - 13)))::build,
                        new Verdict.Reject("x".repeat(MOST - 13)))
                .fails("a text of a byte more than 1 MiB", large(reject("x".repeat(MOST - 12))), BAD_OUTPUT)
                .fails("its own error of 1 MiB", ownError("x".repeat(MOST)), GUEST_ERROR)
                .fails("its own error of 1 MiB of control characters", ownError("\u001b".repeat(MOST)), GUEST_ERROR)
                .fails("its own error of nothing", ownError(""), GUEST_ERROR)
                .fails("its own error in colours", ownError(COLOURS + "all is well"), GUEST_ERROR)
                .fails("its own error of large characters", ownError("\ud83d\ude00".repeat(1_000)), GUEST_ERROR);
    }

    private static Group names(Group group) {
        refused(group, OUTPUT_DENIED, "another output", "secrets");
        refused(group, OUTPUT_DENIED, "an output in other letters", "OUT");
        refused(group, OUTPUT_DENIED, "an output with a blank", "out ");
        refused(group, OUTPUT_DENIED, "an output with a zero", "out\\u0000");
        refused(group, OUTPUT_DENIED, "no output", "");
        refused(group, OUTPUT_DENIED, "an output that is a path", "../../etc/passwd");
        refused(group, OUTPUT_DENIED, "an output with colours", "\\u001b[31m\\u202e\\n");
        refused(group, OUTPUT_DENIED, "an output of half a pair", "\\ud800");
        return group.fails(
                        "a granted output and another",
                        answering("{\"emit\":[" + TO_OUT + ",{\"to\":\"secrets\"}]}"),
                        OUTPUT_DENIED)
                .fails("a field with colours", answering("{\"" + "\\u001b[31m".repeat(20) + "\":1}"), BAD_VERDICT)
                .fails("a field of half a pair", answering("{\"\\udfff\":1}"), BAD_VERDICT)
                .fails("two verdicts", answering("{\"reject\":\"x\"}{\"reject\":\"y\"}"), BAD_VERDICT)
                .fails("both verdicts", answering("{\"emit\":[" + TO_OUT + "],\"reject\":\"x\"}"), BAD_VERDICT)
                .fails("a comment", answering("/* */ {\"reject\":\"x\"}"), BAD_VERDICT)
                .fails("a comma too many", answering("{\"emit\":[" + TO_OUT + ",]}"), BAD_VERDICT)
                .fails("data that is not a number", answering(data("NaN")), BAD_VERDICT)
                .fails("single quotes", answering("{'reject':'x'}"), BAD_VERDICT)
                .fails("a reason that is blank", answering(reject(" \\t ")), BAD_VERDICT)
                .fails("metadata that is an object", answering(metadata("\"__proto__\":{}")), BAD_VERDICT);
    }

    private static void refused(Group group, GuestFault fault, String name, String output) {
        group.fails(name, answering("{\"emit\":[{\"to\":\"" + output + "\"}]}"), fault);
    }

    private static TestGuest answering(String text) {
        return TestGuest.answering(text);
    }

    private static TestGuest answering(byte[] text) {
        return TestGuest.answering(text);
    }

    private static TestGuest encoded(Charset charset) {
        return answering("{\"emit\":[{\"to\":\"out\",\"data\":{\"a\":1}}]}".getBytes(charset));
    }

    /// With memory for a long text, and room for the message behind it.
    private static TestGuest large(String text) {
        return answering(text).memory(0, u32(PAGES)).alloc(i32(2 << 20));
    }

    private static TestGuest ownError(String text) {
        var length = text.getBytes(UTF_8).length;
        return large(text).handle(i64(1L << 63 | (long) TestGuest.TEXT << 32 | length));
    }

    private static TestGuest number() {
        return answering(metadata("\"n\":1e999999999"));
    }

    private static Verdict emitting(Map<String, String> metadata) {
        return new Verdict.Emit(List.of(new Emission("out", metadata, Optional.empty())));
    }

    private static String reject(String reason) {
        return "{\"reject\":\"" + reason + "\"}";
    }

    private static String data(String data) {
        return "{\"emit\":[{\"to\":\"out\",\"data\":" + data + "}]}";
    }

    private static String metadata(String entries) {
        return "{\"emit\":[{\"to\":\"out\",\"metadata\":{" + entries + "}}]}";
    }

    private static String keys(int many) {
        var keys = new StringBuilder("\"k0\":1");
        for (int i = 1; i < many; i++) {
            keys.append(",\"k").append(i).append("\":1");
        }
        return keys.toString();
    }
}
