package dev.orderwave.local;

/// The three services, by the app ids that Dapr knows them by; each lives in the folder of that name.
public enum App {
    DISTRIBUTOR("distributor"),
    RECEIVER_EXPRESS("receiver-express"),
    RECEIVER_STANDARD("receiver-standard");

    private final String id;

    App(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
