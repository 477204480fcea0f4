package dev.orderwave.azure;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No message that a person sees has the key in it, whatever is wrong with the connection string around it.
class SecretsTest {
    private static final String KEY = "bm90IGZvciBldmVyeW9uZQ==";

    @ParameterizedTest
    @ValueSource(
            strings = {
                KEY,
                "SharedAccessKey=" + KEY,
                "Endpoint=sb://bus.example;SharedAccessKeyName=name;SharedAccessKey" + KEY,
                "Endpoint=" + KEY + ";SharedAccessKeyName=name;SharedAccessKey=" + KEY,
                "Endpoint=sb://bus example/;SharedAccessKeyName=name;SharedAccessKey=" + KEY
            })
    void a_wrong_connection_string_of_service_bus_is_told_without_its_key(String wrong) {
        assertToldWithoutKey(() -> ServiceBus.connect(wrong));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                KEY,
                "AccountKey=" + KEY,
                "AccountName=name;AccountKey=no-base64-" + KEY + ";BlobEndpoint=http://127.0.0.1:1/name;",
                "AccountName=name;AccountKey=" + KEY + ";BlobEndpoint=no url " + KEY,
                "AccountName=name;AccountKey=" + KEY + ";BlobEndpoint=http://127.0.0.1:1/name;"
            })
    void a_wrong_connection_string_of_blob_storage_is_told_without_its_key(String wrong) {
        assertToldWithoutKey(
                () -> BlobStorage.connect(wrong).container("express-outbox").list());
    }

    private static void assertToldWithoutKey(ThrowingCallable connect) {
        assertThatThrownBy(connect).isInstanceOf(AzureException.class).hasMessageNotContaining(KEY);
    }
}
