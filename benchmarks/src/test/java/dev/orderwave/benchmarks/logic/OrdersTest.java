package dev.orderwave.benchmarks.logic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrdersTest {

    @Test
    void orders_differ_and_have_about_one_and_a_half_kilobytes(@TempDir Path folder) {
        var messages = Orders.writeTo(folder).readMessages();

        assertThat(messages).hasSize(Orders.COUNT).doesNotHaveDuplicates();
        assertThat(messages.stream().collect(Collectors.averagingInt(message -> message.length)))
                .isBetween(1_400.0, 1_600.0);
    }

    @Test
    void every_order_has_the_verdict_of_its_delivery(@TempDir Path folder) {
        var orders = Orders.writeTo(folder);
        var messages = orders.readMessages();
        var verdicts = orders.readVerdicts();

        assertThat(verdicts).hasSameSizeAs(messages);
        assertThat(verdicts.stream()
                        .map(verdict -> verdict.at("/emit/0/to").textValue())
                        .collect(Collectors.toSet()))
                .isEqualTo(Set.of("express", "standard"));
    }

    @Test
    void orders_are_the_same_each_time(@TempDir Path first, @TempDir Path second) throws IOException {
        Orders.writeTo(first);
        Orders.writeTo(second);

        assertThat(Files.readString(Orders.in(first).messages()))
                .isEqualTo(Files.readString(Orders.in(second).messages()));
    }
}
