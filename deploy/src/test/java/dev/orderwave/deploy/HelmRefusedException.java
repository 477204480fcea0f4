package dev.orderwave.deploy;

/// A chart was not rendered; the message is Helm's own.
final class HelmRefusedException extends RuntimeException {
    HelmRefusedException(String message) {
        super(message);
    }
}
