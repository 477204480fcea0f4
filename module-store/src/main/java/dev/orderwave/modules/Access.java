package dev.orderwave.modules;

/// What an operation does in a repository, as registries call it.
enum Access {
    PULL("pull"),
    PUSH("pull,push");

    private final String actions;

    Access(String actions) {
        this.actions = actions;
    }

    /// `repository:team/order-router:pull`
    String scope(String repository) {
        return "repository:" + repository + ":" + actions;
    }
}
