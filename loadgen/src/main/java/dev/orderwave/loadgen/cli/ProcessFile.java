package dev.orderwave.loadgen.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A file that says which process has which id: `{"distributor": 4711, ...}`. It is read anew at every
/// look, because who restarts a process writes it anew.
final class ProcessFile implements Supplier<Map<String, Long>> {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private Map<String, Long> last;

    private ProcessFile(Path file, Map<String, Long> last) {
        this.file = file;
        this.last = last;
    }

    /// As the file says now, or said before somebody began to write it.
    @Override
    public Map<String, Long> get() {
        try {
            last = read(file);
        } catch (IOException beingWritten) {
            return last;
        }
        return last;
    }

    private static Map<String, Long> read(Path file) throws IOException {
        return JSON.readValue(Files.readAllBytes(file), new TypeReference<>() {});
    }

    /// For the command line.
    static final class Converter implements ITypeConverter<ProcessFile> {
        @Override
        public ProcessFile convert(String name) {
            var file = Path.of(name);
            try {
                return new ProcessFile(file, read(file));
            } catch (JsonProcessingException other) {
                throw new TypeConversionException(
                        "%s does not say which process has which id, as {\"name\": 4711} does".formatted(file));
            } catch (IOException absent) {
                throw new TypeConversionException("%s cannot be read".formatted(file));
            }
        }
    }
}
