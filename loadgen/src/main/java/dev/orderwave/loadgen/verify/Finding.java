package dev.orderwave.loadgen.verify;

/// One thing that was found, as a sentence for a person: `subject` is an order or a blob.
public record Finding(String subject, String detail) {

    @Override
    public String toString() {
        return detail.isEmpty() ? subject : subject + ": " + detail;
    }
}
