package dev.orderwave.azure;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Where Service Bus is, as options of a command. A namespace counts more than a connection string, so that an option
/// prevails over the environment.
public final class BusOptions {

    @Option(
            names = "--namespace",
            defaultValue = "${env:SERVICEBUS_NAMESPACE}",
            paramLabel = "NAME",
            description =
                    "The Service Bus namespace, as whoever is signed in to Azure; default: $SERVICEBUS_NAMESPACE.")
    private @Nullable String namespace;

    @Option(
            names = "--servicebus-connection-string",
            defaultValue = "${env:SERVICEBUS_CONNECTION_STRING}",
            paramLabel = "STRING",
            description = "Instead of a namespace; default: $SERVICEBUS_CONNECTION_STRING.")
    private @Nullable String connectionString;

    @Option(
            names = "--servicebus-management",
            defaultValue = "${env:SERVICEBUS_MANAGEMENT}",
            paramLabel = "URL",
            description = "Where its management answers, if not where a namespace, or port 5300 of the emulator, does;"
                    + " default: $SERVICEBUS_MANAGEMENT.")
    private @Nullable URI management;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    /// @throws ParameterException if neither was given
    public ServiceBus connect() {
        var bus = connectToNamespace();
        return management == null ? bus : bus.managedAt(management);
    }

    private ServiceBus connectToNamespace() {
        if (namespace != null) {
            return ServiceBus.connectAsSignedIn(namespace);
        }
        if (connectionString != null) {
            return ServiceBus.connect(connectionString);
        }
        throw new ParameterException(
                command.commandLine(),
                "Where is Service Bus? Give --namespace, or set $SERVICEBUS_CONNECTION_STRING or"
                        + " --servicebus-connection-string");
    }
}
