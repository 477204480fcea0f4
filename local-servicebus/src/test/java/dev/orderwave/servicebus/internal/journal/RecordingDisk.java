package dev.orderwave.servicebus.internal.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.Consumer;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePathWrapper;

/// A way to the disk that tells of every write to it: what the files are after the first n of them is what a process
/// leaves that is killed after the nth.
public final class RecordingDisk extends FilePathWrapper {
    static final String SCHEME = "recorded";
    private static Consumer<Change> listener = _ -> {};

    /// One write to a file, or one truncation.
    record Change(String file, long position, byte[] bytes, long newSize) {
        private static final int BLOCK = 4096;

        boolean isTruncation() {
            return newSize >= 0;
        }

        /// The change as far as it came when the process was killed in its middle: whole blocks, as an operating system
        /// writes. Headers are too small to be torn.
        Change torn() {
            var half = bytes.length / 2 / BLOCK * BLOCK;
            return new Change(file, position, Arrays.copyOf(bytes, half), newSize);
        }

        /// The change as a disk leaves it that lost the bytes afterwards.
        Change erased() {
            return new Change(file, position, new byte[bytes.length], newSize);
        }

        void applyTo(Path folder) throws IOException {
            try (var target =
                    FileChannel.open(folder.resolve(file), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                if (isTruncation()) {
                    target.truncate(newSize);
                } else {
                    target.write(ByteBuffer.wrap(bytes), position);
                }
            }
        }
    }

    static void onChange(Consumer<Change> newListener) {
        listener = newListener;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new RecordedFile(Path.of(getBase().toString()).getFileName().toString(), super.open(mode));
    }

    private static final class RecordedFile extends FileBase {
        private final String name;
        private final FileChannel file;

        RecordedFile(String name, FileChannel file) {
            this.name = name;
            this.file = file;
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            var bytes = new byte[source.remaining()];
            source.duplicate().get(bytes);
            listener.accept(new Change(name, position, bytes, -1));
            return file.write(source, position);
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            listener.accept(new Change(name, 0, new byte[0], size));
            file.truncate(size);
            return this;
        }

        @Override
        public int write(ByteBuffer source) {
            throw new UnsupportedOperationException("the store writes at positions only");
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            return file.read(target);
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return file.read(target, position);
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            file.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void force(boolean metaData) throws IOException {
            file.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
