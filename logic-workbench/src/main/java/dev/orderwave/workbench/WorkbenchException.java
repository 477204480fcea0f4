package dev.orderwave.workbench;

/// Something that the user can put right. The message is one line that says what to do.
final class WorkbenchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WorkbenchException(String message) {
        super(message);
    }
}
