package dev.orderwave.modules;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Notes down what a watch tells: what a new module says of itself, or why there is none.
final class WatchedNews implements Consumer<ModuleNews> {
    private final List<String> told = new CopyOnWriteArrayList<>();

    @Override
    public void accept(ModuleNews news) {
        told.add(
                switch (news) {
                    case ModuleNews.Changed(var module) -> Wasm.said(module.wasm());
                    case ModuleNews.Failed(var reason) -> String.valueOf(reason.getMessage());
                });
    }

    List<String> told() {
        return told;
    }
}
