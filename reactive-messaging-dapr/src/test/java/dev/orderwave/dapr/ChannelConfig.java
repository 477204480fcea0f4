package dev.orderwave.dapr;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/// The configuration of one channel, as Reactive Messaging hands it to a connector.
final class ChannelConfig {
    private ChannelConfig() {}

    static Config of(String channel, Map<String, String> attributes) {
        var properties = new HashMap<>(attributes);
        properties.put("channel-name", channel);
        properties.put("connector-name", DaprBindingConnector.NAME);
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, channel, 100))
                .build();
    }
}
