package dev.orderwave.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {

    @Test
    void every_character_is_as_long_as_it_is_encoded() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            if (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE) {
                var text = Character.toString(codePoint).getBytes(UTF_8);

                assertThat(Utf8.lengthOfCharacter(text, 0)).isEqualTo(text.length);
            }
        }
    }

    @Test
    void a_text_is_valid_up_to_the_first_byte_that_belongs_to_no_character() {
        assertThat(Utf8.validUpTo("Größe".getBytes(UTF_8))).isEqualTo(7);
        assertThat(Utf8.validUpTo(new byte[] {'a', (byte) 0xc3})).isEqualTo(1);
        assertThat(Utf8.validUpTo(new byte[] {'a', (byte) 0xc3, 'b'})).isEqualTo(1);
    }

    @Test
    void what_the_jdk_decodes_is_valid_and_nothing_else() {
        var random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            var text = new byte[1 + random.nextInt(4)];
            random.nextBytes(text);
            text[0] |= (byte) 0xc0;

            assertThat(Utf8.validUpTo(text) == text.length)
                    .as("%x", ByteBuffer.wrap(text))
                    .isEqualTo(isDecoded(text));
        }
    }

    private static boolean isDecoded(byte[] text) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
