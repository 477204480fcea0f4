package dev.orderwave.processor.lineup;

import dev.orderwave.modules.ModuleStore;
import dev.orderwave.modules.ModuleStoreConfig;
import dev.orderwave.modules.VerificationKey;
import dev.orderwave.wasm.ClassCache;
import dev.orderwave.wasm.Limits;
import dev.orderwave.wasm.ModuleSource;
import dev.orderwave.wasm.Sandbox;
import io.vertx.ext.web.Router;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/// Makes the lineup of a service as it is configured, and opens the ways to change it.
@Singleton
public class Lineups {
    private final ModuleConfig config;
    private final Router router;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("module-watch").daemon().factory());

    @Inject
    Lineups(ModuleConfig config, Router router) {
        this.config = config;
        this.router = router;
    }

    /// @param shipped serves unless another source is configured
    /// @param outputs what modules may name
    /// @throws RuntimeException with one line that says which module cannot be had or run, and why
    public Lineup lineup(ModuleSource shipped, Set<String> outputs) {
        var store = store();
        var loader = new ModuleLoader(store, classes(), sandbox(outputs));
        var configured = config.source().map(loader::fetch);
        var byAttribute = byAttribute(loader);
        var lineup = new Lineup(configured.map(loader::load).orElseGet(() -> loader.load(shipped)), byAttribute);
        var changes = new LineupChanges(lineup, outputs);
        var updates = new LineupUpdates(store, loader, changes, config.watch(), looks);
        changes.join(Role.SERVING, lineup.members().serving());
        configured.ifPresent(module -> updates.follow(Role.SERVING, module));
        byAttribute.ifPresent(updates::follow);
        config.candidate().source().map(loader::fetch).ifPresent(module -> {
            changes.share(loader.load(module), new Share(config.candidate().percent()));
            updates.follow(Role.CANDIDATE, module);
        });
        config.shadow().map(loader::fetch).ifPresent(module -> {
            changes.join(Role.SHADOW, loader.load(module));
            updates.follow(Role.SHADOW, module);
        });
        new LineupRoutes(lineup, loader, changes, config).register(router);
        return lineup;
    }

    @PreDestroy
    void stop() {
        looks.shutdownNow();
    }

    private Optional<AttributeModules> byAttribute(ModuleLoader loader) {
        var attribute = config.attribute();
        return attribute.name().map(name -> {
            var pattern = attribute
                    .source()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "orderwave.module.attribute.name is %s, but orderwave.module.attribute.source is missing"
                                    .formatted(name)));
            return new AttributeModules(name, loader.all(pattern, attribute.loadedBytes()));
        });
    }

    private Sandbox sandbox(Set<String> outputs) {
        var limits = config.limits();
        return new Sandbox(
                new Limits(
                        limits.perCall(),
                        limits.toLoad(),
                        limits.moduleBytes(),
                        limits.memoryBytes(),
                        limits.outputBytes()),
                outputs,
                config.capabilities().orElse(Set.of()),
                config.instances());
    }

    private ClassCache classes() {
        return config.classes().map(ClassCache::inFolder).orElseGet(ClassCache::none);
    }

    private ModuleStore store() {
        var store =
                ModuleStoreConfig.defaults().withMaxModuleBytes(config.limits().moduleBytes());
        for (var registry : config.plainHttpRegistries().orElse(Set.of())) {
            store = store.withPlainHttp(registry);
        }
        return new ModuleStore(config.signedBy()
                .map(Lineups::key)
                .map(store::requiringSignatureBy)
                .orElse(store));
    }

    private static VerificationKey key(Path pem) {
        try {
            return VerificationKey.parse(Files.readString(pem));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "orderwave.module.signed-by is %s, which cannot be read: %s".formatted(pem, e), e);
        }
    }
}
