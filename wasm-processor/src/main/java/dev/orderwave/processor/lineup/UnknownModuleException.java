package dev.orderwave.processor.lineup;

/// A message names a module by a value that can name none.
public final class UnknownModuleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownModuleException(String attribute, String value) {
        super("The attribute %s must be up to 100 letters, digits, dots, dashes and underscores, was \"%s\""
                .formatted(attribute, value.replaceAll("\\p{C}", " ").substring(0, Math.min(value.length(), 100))));
    }
}
