package dev.orderwave.servicebus.internal.management;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.message.Message;
import org.jspecify.annotations.Nullable;

/// A request to `$management`: the operation's name and its arguments, a map in the message's body.
record Request(String operation, Map<?, ?> arguments) {

    static Request of(Message message) {
        var properties = message.getApplicationProperties();
        var operation = properties == null ? null : properties.getValue().get("operation");
        var arguments = message.getBody() instanceof AmqpValue value && value.getValue() instanceof Map<?, ?> map
                ? map
                : Map.of();
        return new Request(String.valueOf(operation), arguments);
    }

    long number(String name) {
        if (require(name) instanceof Number number) {
            return number.longValue();
        }
        throw wrong(name, "a number");
    }

    @Nullable
    String text(String name) {
        var value = arguments.get(name);
        return value == null ? null : value.toString();
    }

    Optional<Map<?, ?>> map(String name) {
        return arguments.get(name) instanceof Map<?, ?> map ? Optional.of(map) : Optional.empty();
    }

    /// All elements of an argument. Clients send an AMQP array, which decodes to primitives or objects, or a list.
    <T> List<T> each(String name, Function<Object, T> conversion) {
        var value = require(name);
        if (value instanceof Collection<?> collection) {
            return collection.stream().<T>map(conversion).toList();
        }
        if (value.getClass().isArray()) {
            return IntStream.range(0, Array.getLength(value))
                    .mapToObj(index -> conversion.apply(Array.get(value, index)))
                    .toList();
        }
        throw wrong(name, "an array or a list");
    }

    List<Long> sequenceNumbers() {
        return each("sequence-numbers", number -> ((Number) number).longValue());
    }

    private Object require(String name) {
        var value = arguments.get(name);
        if (value == null) {
            throw wrong(name, "present");
        }
        return value;
    }

    private IllegalArgumentException wrong(String name, String expected) {
        return new IllegalArgumentException(
                operation + ": argument " + name + " must be " + expected + ", was " + arguments.get(name));
    }
}
