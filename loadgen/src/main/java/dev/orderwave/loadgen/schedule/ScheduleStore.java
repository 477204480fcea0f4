package dev.orderwave.loadgen.schedule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.orderwave.azure.BlobContainer;
import dev.orderwave.azure.BlobContainer.Version;
import dev.orderwave.azure.BlobStorage;
import dev.orderwave.loadgen.dataset.DataSetStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/// Keeps the last schedule beside the data set, so that every machine knows when which order is due.
public final class ScheduleStore {

    static final String BLOB = "schedule.json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private final BlobContainer container;

    public ScheduleStore(BlobStorage storage) {
        this.container = storage.container(DataSetStore.CONTAINER);
    }

    /// The last schedule, however far it was carried out.
    ///
    /// @throws ScheduleException if there is none
    public ScheduleRecord load() {
        return find().orElseThrow(this::nothingScheduled).content();
    }

    ScheduleException nothingScheduled() {
        return new ScheduleException("nothing was scheduled, blob %s/%s does not exist: run \"loadgen schedule\""
                .formatted(container.name(), BLOB));
    }

    /// As [#load]; empty if nothing was ever scheduled.
    public Optional<Schedule> last() {
        return find().map(entry -> entry.content().schedule());
    }

    /// Empty if nothing was ever scheduled.
    Optional<Entry> find() {
        return container.readVersion(BLOB).map(version -> new Entry(Optional.of(version.tag()), read(version)));
    }

    /// @throws ScheduleException if someone else recorded a schedule meanwhile
    Entry replace(Optional<String> tag, ScheduleRecord content) {
        return container
                .replace(BLOB, tag, json(content))
                .map(written -> new Entry(Optional.of(written), content))
                .orElseThrow(() -> new ScheduleException(
                        "another loadgen has taken over or cancelled the schedule in %s/%s: leave it to that one"
                                .formatted(container.name(), BLOB)));
    }

    private ScheduleRecord read(Version version) {
        try {
            return JSON.readValue(version.content(), ScheduleRecord.class);
        } catch (IOException invalid) {
            throw new ScheduleException(
                    "%s/%s is not a schedule (%s): delete it".formatted(container.name(), BLOB, invalid.getMessage()),
                    invalid);
        }
    }

    private static byte[] json(ScheduleRecord content) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// @param tag what Storage calls this version of the record
    record Entry(Optional<String> tag, ScheduleRecord content) {}
}
