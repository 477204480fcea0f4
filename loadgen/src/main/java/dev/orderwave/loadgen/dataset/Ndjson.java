package dev.orderwave.loadgen.dataset;

import dev.orderwave.loadgen.order.Order;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// One order per line, each line ended by a newline.
final class Ndjson {

    private final byte[] bytes;

    private Ndjson(byte[] bytes) {
        this.bytes = bytes;
    }

    static Ndjson of(List<Order> orders) {
        var lines = new ByteArrayOutputStream();
        for (var order : orders) {
            lines.writeBytes(order.toJson());
            lines.write('\n');
        }
        return new Ndjson(lines.toByteArray());
    }

    static Ndjson unzip(byte[] zipped) throws IOException {
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return new Ndjson(unzipped.readAllBytes());
        }
    }

    byte[] zip() {
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return zipped.toByteArray();
    }

    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }

    List<byte[]> lines() {
        var lines = new ArrayList<byte[]>();
        int start = 0;
        for (int end = 0; end < bytes.length; end++) {
            if (bytes[end] == '\n') {
                lines.add(Arrays.copyOfRange(bytes, start, end));
                start = end + 1;
            }
        }
        if (start < bytes.length) {
            lines.add(Arrays.copyOfRange(bytes, start, bytes.length));
        }
        return lines;
    }
}
