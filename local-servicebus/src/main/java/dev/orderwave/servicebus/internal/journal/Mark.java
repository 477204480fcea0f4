package dev.orderwave.servicebus.internal.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;
import org.h2.store.fs.FilePath;

/// A small file beside the journal that says which commit was the last one anybody was told of.
///
/// To the store, damage to its newest commit looks like a write that was cut off, and it opens the one before. A
/// process that was killed leaves a journal that ends at its mark or later, because the mark is written after the
/// commit and before its news; a journal that ends earlier has lost something.
final class Mark implements AutoCloseable {
    static final String NAME = "messages.mark";
    private static final int SIZE = Long.BYTES + Integer.BYTES;

    private final ByteBuffer bytes = ByteBuffer.allocate(SIZE);
    private final FileChannel file;

    private Mark(FileChannel file) {
        this.file = file;
    }

    static Mark open(FilePath path) throws IOException {
        return new Mark(path.open("rw"));
    }

    /// The commit it names; 0 if none was marked yet.
    long read() throws IOException {
        if (file.size() == 0) {
            return 0;
        }
        bytes.clear();
        if (file.size() != SIZE || file.read(bytes, 0) != SIZE || bytes.getInt(Long.BYTES) != checksum()) {
            throw new IOException("its checksum is wrong");
        }
        return bytes.getLong(0);
    }

    /// So few bytes that a process dies before or after this, not in its middle.
    void write(long commit) throws IOException {
        bytes.clear().putLong(0, commit);
        bytes.putInt(Long.BYTES, checksum());
        file.write(bytes, 0);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int checksum() {
        var checksum = new CRC32C();
        checksum.update(bytes.array(), 0, Long.BYTES);
        return (int) checksum.getValue();
    }
}
