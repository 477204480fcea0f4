package dev.orderwave.processes;

import java.nio.file.Path;

/// Where `./orderwave` keeps the programs it built or installed: outside the checkout, so that a fresh clone finds
/// them.
public final class ToolCache {
    private ToolCache() {}

    /// `$XDG_CACHE_HOME/orderwave/NAME`, or `~/.cache/orderwave/NAME`.
    public static Path folder(String name) {
        var cacheHome = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
        var root = cacheHome.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cacheHome);
        return root.resolve("orderwave").resolve(name);
    }
}
