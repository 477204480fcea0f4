package dev.orderwave.dapr;

/// One input binding and what it may hold at a time.
///
/// @param maxInFlight most messages that are not settled yet
/// @param maxInFlightBytes most payload bytes that are not settled yet
/// @param maxBodyBytes largest payload of one message
record IncomingBindingConfig(String binding, int maxInFlight, int maxInFlightBytes, int maxBodyBytes) {
    IncomingBindingConfig {
        if (maxInFlight <= 0) {
            throw new IllegalArgumentException("max-in-flight must be positive, was " + maxInFlight);
        }
        if (maxBodyBytes <= 0 || maxBodyBytes > maxInFlightBytes) {
            throw new IllegalArgumentException(
                    "max-body-bytes must be positive and at most max-in-flight-bytes (%d), was %d"
                            .formatted(maxInFlightBytes, maxBodyBytes));
        }
    }

    static IncomingBindingConfig of(DaprBindingConnectorIncomingConfiguration config) {
        return new IncomingBindingConfig(
                config.getBinding().orElse(config.getChannel()),
                config.getMaxInFlight(),
                config.getMaxInFlightBytes(),
                config.getMaxBodyBytes());
    }
}
