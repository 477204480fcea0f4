package dev.orderwave.local;

import java.util.List;

/// Services that are not ours but speak the same components, so that a team can measure its own implementation.
///
/// @param command a shell's command line, run in the folder that this JVM runs in; the app id becomes its last argument
record OtherServices(String command) implements ServiceProgram {

    @Override
    public List<String> command(App app) {
        var here = System.getProperty("user.dir");
        return List.of("sh", "-c", "cd \"$1\" && exec %s \"$0\"".formatted(command), app.id(), here);
    }
}
