package dev.orderwave.dapr;

import io.smallrye.reactive.messaging.health.HealthReport.ChannelInfo;
import java.util.function.Supplier;

/// How one channel finds out whether it is ready.
record ChannelHealth(String channel, Supplier<Health> check) {
    ChannelInfo report() {
        return switch (check.get()) {
            case Health.Up() -> new ChannelInfo(channel, true);
            case Health.Down(var reason) -> new ChannelInfo(channel, false, reason);
        };
    }
}
