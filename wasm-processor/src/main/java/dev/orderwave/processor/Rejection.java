package dev.orderwave.processor;

import java.util.Map;

/// One entry of the rejected outbox.
///
/// @param blobName the same for every delivery of the same message, so that a redelivery overwrites its own entry
record Rejection(String blobName, byte[] document) {
    Map<String, String> metadata() {
        return Map.of("blobName", blobName, "contentType", "application/json");
    }
}
