package dev.orderwave.workbench;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The Maven project of a Java module without the project's own as its parent, which only this checkout has.
final class StandalonePom {

    static final String FILE = "pom.xml";

    private static final Pattern PARENT = Pattern.compile("(?s) *(<!--[^>]*-->\\s*)?<parent>.*?</parent>\n");

    private static final String IDENTITY = """
              <groupId>%s</groupId>
              <version>1.0.0-SNAPSHOT</version>
            """;

    private static final String PROPERTIES = """
              <properties>
                <maven.compiler.release>25</maven.compiler.release>
                <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
            """;

    private static final String DEPENDENCIES = """
              <dependencies>
                <dependency>
                  <groupId>org.jspecify</groupId>
                  <artifactId>jspecify</artifactId>
                  <version>1.0.0</version>
                </dependency>
            """;

    private StandalonePom() {}

    static String of(String pom, ModuleName name) {
        return PARENT.matcher(pom)
                .replaceFirst(Matcher.quoteReplacement(IDENTITY.formatted(name.kebab())))
                .replace("  <properties>\n", PROPERTIES)
                .replace("  <dependencies>\n", DEPENDENCIES);
    }
}
