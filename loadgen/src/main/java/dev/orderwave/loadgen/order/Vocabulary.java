package dev.orderwave.loadgen.order;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words orders are made of.
///
/// Some names are hard on purpose: accents, other scripts, a surrogate pair, an apostrophe, quotation marks and a
/// backslash, since a module that copies text byte by byte goes wrong there first.
final class Vocabulary {

    private static final String SKU_ALPHABET = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final List<String> WORDS = List.of(
            "amber", "anchor", "autumn", "basalt", "birch", "bright", "cedar", "cobalt", "copper", "coral", "crimson",
            "dapper", "delta", "ember", "fable", "falcon", "fern", "flint", "garden", "gentle", "granite", "harbor",
            "hazel", "hollow", "indigo", "iron", "ivory", "jade", "juniper", "kettle", "lantern", "lemon", "linen",
            "lunar", "maple", "marble", "meadow", "mellow", "mint", "misty", "nimble", "nordic", "oaken", "olive",
            "onyx", "opal", "orchid", "paper", "pebble", "pepper", "plain", "quartz", "quiet", "raven", "river",
            "rustic", "saffron", "sage", "sandy", "silver", "slate", "solar", "spruce", "stone", "sunny", "swift",
            "tidal", "timber", "topaz", "umber", "velvet", "violet", "walnut", "willow", "winter", "wooden", "zephyr");

    private static final List<String> FIRST_NAMES = List.of(
            "Ada",
            "Alan",
            "Amélie",
            "Anaïs",
            "Björn",
            "Carla",
            "Chloé",
            "Dmitri",
            "Елена",
            "Esra",
            "Frances",
            "Grace",
            "Håkon",
            "Hiroshi",
            "Ines",
            "Jo \"Red\"",
            "José",
            "Kwame",
            "Leïla",
            "Linus",
            "Łukasz",
            "Mei",
            "Nia",
            "Niklaus",
            "Olga",
            "Priya",
            "Радка",
            "Søren",
            "Tim",
            "Umm Salama",
            "Věra",
            "Xiào",
            "Yuki",
            "Zoë",
            "明美");

    private static final List<String> LAST_NAMES = List.of(
            "Abdi",
            "Åkesson",
            "Berg",
            "Çelik",
            "D'Angelo",
            "Díaz",
            "Eriksson",
            "Fischer",
            "García",
            "Hopper",
            "Ibáñez",
            "Jones",
            "Kaya",
            "Kowalski",
            "Lovelace",
            "Müller",
            "Nguyễn",
            "O'Neill",
            "Okafor",
            "Papadópoulos",
            "Quist",
            "Rossi",
            "Schröder",
            "Silva",
            "Šimek",
            "Smith-Jones",
            "Tanaka",
            "Turing",
            "Usman",
            "Vogel",
            "Wirth",
            "AC\\DC",
            "Yılmaz",
            "Żak",
            "渡辺",
            "𠮷田");

    private Vocabulary() {}

    static String slug(Random random) {
        return Stream.generate(() -> anyOf(WORDS, random)).limit(5).collect(Collectors.joining("-"));
    }

    static String firstName(Random random) {
        return anyOf(FIRST_NAMES, random);
    }

    static String lastName(Random random) {
        return anyOf(LAST_NAMES, random);
    }

    static String sku(Random random) {
        var sku = new StringBuilder(OrderItem.SKU_LENGTH);
        for (int i = 0; i < OrderItem.SKU_LENGTH; i++) {
            sku.append(SKU_ALPHABET.charAt(random.nextInt(SKU_ALPHABET.length())));
        }
        return sku.toString();
    }

    private static String anyOf(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }
}
