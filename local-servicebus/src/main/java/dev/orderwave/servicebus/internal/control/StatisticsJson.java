package dev.orderwave.servicebus.internal.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.orderwave.servicebus.QueueStatistics;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// Queue statistics as a JSON array, one object per queue, times in ISO 8601.
public final class StatisticsJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private StatisticsJson() {}

    static byte[] write(List<QueueStatistics> statistics) throws JsonProcessingException {
        return MAPPER.writeValueAsBytes(statistics);
    }

    public static List<QueueStatistics> read(InputStream json) throws IOException {
        return MAPPER.readValue(json, new TypeReference<>() {});
    }
}
