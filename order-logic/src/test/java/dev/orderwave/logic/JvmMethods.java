package dev.orderwave.logic;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.CodeAttribute;
import java.util.stream.Stream;

/// The methods that the functions of a module have become.
final class JvmMethods {

    /// HotSpot interprets longer methods for ever, unless it is told not to: an order then costs ten times as much.
    static final int LONGEST_THE_JVM_COMPILES = 8_000;

    /// Of the classes Chicory makes, those with this in their names have the functions.
    static final String FUNCTIONS = "MachineFuncGroup_";

    private JvmMethods() {}

    static Stream<CodeAttribute> of(byte[] classFile) {
        return ClassFile.of().parse(classFile).methods().stream()
                .flatMap(method -> method.findAttribute(Attributes.code()).stream());
    }
}
