package dev.orderwave.deploy;

/// A configuration was not planned; the message is OpenTofu's own.
final class TofuRefusedException extends RuntimeException {
    TofuRefusedException(String message) {
        super(message);
    }
}
