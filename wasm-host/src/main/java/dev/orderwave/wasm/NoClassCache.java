package dev.orderwave.wasm;

import java.util.Optional;

/// See [ClassCache#none].
enum NoClassCache implements ClassCache {
    NONE;

    @Override
    public Optional<byte[]> find(String sha256) {
        return Optional.empty();
    }

    @Override
    public void keep(String sha256, byte[] classes) {}
}
