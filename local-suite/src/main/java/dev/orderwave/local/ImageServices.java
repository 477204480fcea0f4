package dev.orderwave.local;

import java.nio.file.Path;
import java.util.List;

/// The services as `./orderwave images` laid them out, on the runtime that goes into the images with them: a cache is
/// of use to the very JVM that wrote it.
///
/// Each writes its AOT cache beside its jars when it ends in good order.
///
/// @param layout a folder with the runtime and a folder for each service
record ImageServices(Path layout) implements ServiceProgram {
    @Override
    public List<String> command(App app) {
        var service = layout.resolve(app.id());
        return List.of(
                layout.resolve("runtime/bin/java").toString(),
                "@" + service.resolve("jvmopts"),
                "-XX:AOTCacheOutput=" + service.resolve("service.aot"),
                "-jar",
                service.resolve("quarkus-run.jar").toString());
    }
}
