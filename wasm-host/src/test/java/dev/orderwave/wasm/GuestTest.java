package dev.orderwave.wasm;

import static dev.orderwave.wasm.Wasm.*;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.Set;
import org.junit.jupiter.api.Test;

class GuestTest {

    private static final byte[] MESSAGE = "the message".getBytes(UTF_8);

    @Test
    void a_message_can_be_sent_on_as_it_came() {
        var verdict = handle("{\"emit\":[{\"to\":\"express\"}]}");

        assertThat(verdict).asInstanceOf(type(Verdict.Emit.class)).satisfies(emit -> {
            assertThat(emit.emissions()).hasSize(1);
            assertThat(emit.emissions().getFirst().to()).isEqualTo("express");
            assertThat(emit.emissions().getFirst().metadata()).isEmpty();
            assertThat(emit.emissions().getFirst().dataOr(MESSAGE)).isSameAs(MESSAGE);
        });
    }

    private static Verdict handle(String answer) {
        var source =
                ModuleSource.compiledAtLoad("test", TestGuest.answering(answer).build());
        return Guest.load(source, Limits.DEFAULT, Set.of("express", "standard")).handle(MESSAGE);
    }
}
