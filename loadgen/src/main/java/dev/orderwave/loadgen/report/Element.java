package dev.orderwave.loadgen.report;

import java.util.ArrayList;
import java.util.List;

/// A piece of HTML or SVG under construction. Text and values are escaped here and nowhere else, so that the name of a
/// run or of a process cannot become markup.
public final class Element {

    private final String name;
    private final StringBuilder attributes = new StringBuilder();
    private final List<String> children = new ArrayList<>();

    private Element(String name) {
        this.name = name;
    }

    public static Element of(String name) {
        return new Element(name);
    }

    /// With a class, by which the style sheet finds it.
    public static Element of(String name, String style) {
        return of(name).with("class", style);
    }

    public Element with(String attribute, String value) {
        attributes
                .append(' ')
                .append(attribute)
                .append("=\"")
                .append(escaped(value))
                .append('"');
        return this;
    }

    public Element with(String attribute, double value) {
        return with(attribute, Digits.plain(value));
    }

    public Element text(String text) {
        children.add(escaped(text));
        return this;
    }

    public Element add(Element child) {
        children.add(child.toString());
        return this;
    }

    public Element addAll(List<Element> all) {
        all.forEach(this::add);
        return this;
    }

    @Override
    public String toString() {
        return "<" + name + attributes + ">" + String.join("", children) + "</" + name + ">";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
