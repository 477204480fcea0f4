package dev.orderwave.workbench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.logic.OrderLogic;
import org.junit.jupiter.api.Test;

class WasmOutlineTest {

    private static final String HEADER = "\0asm\1\0\0\0";
    private static final String MEMORY_OF_300_PAGES = "\5\4\1\0\u00ac\2";

    @Test
    void a_module_of_the_project_imports_nothing() {
        var outline = WasmOutline.of(OrderLogic.ORDER_ROUTER.wasm());

        assertThat(outline.importsInWords()).isEqualTo("imports nothing");
        assertThat(outline.pages()).isPositive();
    }

    @Test
    void imports_are_counted_by_the_module_they_come_from() {
        var imports = "\2\24\3" + "\1w\1a\0\0" + "\1v\1b\0\0" + "\1w\2cc\0\1";

        var outline = WasmOutline.of((HEADER + imports + MEMORY_OF_300_PAGES).getBytes(ISO_8859_1));

        assertThat(outline.imports()).extracting(WasmOutline.Import::name).containsExactly("a", "b", "cc");
        assertThat(outline.importsInWords()).isEqualTo("imports 1 of v, 2 of w");
        assertThat(outline.pages()).isEqualTo(300);
    }
}
