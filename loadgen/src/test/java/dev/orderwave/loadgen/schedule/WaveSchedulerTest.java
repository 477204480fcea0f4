package dev.orderwave.loadgen.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.orderwave.azure.AzureException;
import org.junit.jupiter.api.Test;

class WaveSchedulerTest {

    @Test
    void a_malformed_connection_string_is_told_without_its_key() {
        assertThatExceptionOfType(AzureException.class)
                .isThrownBy(() ->
                        WaveScheduler.connect("SharedAccessKey=c2VjcmV0", "q").close())
                .withMessageStartingWith("the Service Bus connection string is malformed")
                .satisfies(fault -> assertThat(fault.getMessage()).doesNotContain("c2VjcmV0"));
    }
}
