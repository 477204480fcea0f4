package dev.orderwave.servicebus.internal.amqp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    void a_link_gets_a_hundred_messages_in_ten_milliseconds_and_not_one_more() {
        var pace = new Pace();

        assertThat(deliveries(pace, 1_000)).isEqualTo(100);
        assertThat(pace.allows(1_009)).isFalse();
        assertThat(deliveries(pace, 1_010)).isEqualTo(100);
    }

    private static int deliveries(Pace pace, long now) {
        var deliveries = 0;
        while (pace.allows(now)) {
            pace.count(now);
            deliveries++;
        }
        return deliveries;
    }
}
