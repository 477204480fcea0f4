package dev.orderwave.loadgen.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Strict both ways: a field too many, too few, or null is an error, not a default.
final class OrderJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            // Four bytes of UTF-8 as most programs write them, not an escaped pair of surrogates.
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();
    private static final ObjectWriter WRITER = MAPPER.writerFor(Order.class);
    private static final ObjectReader READER = MAPPER.readerFor(Order.class);

    private OrderJson() {}

    static byte[] write(Order order) {
        try {
            return WRITER.writeValueAsBytes(order);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("order " + order.orderId() + " cannot be written", impossible);
        }
    }

    static Order read(byte[] json) {
        try {
            return READER.readValue(json);
        } catch (IOException invalid) {
            throw new IllegalArgumentException("not an order: " + invalid.getMessage(), invalid);
        }
    }
}
