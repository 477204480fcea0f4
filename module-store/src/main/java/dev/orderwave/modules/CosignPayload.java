package dev.orderwave.modules;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.annotations.SerializedName;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What `cosign` signs, in the "simple signing" format of container images.
record CosignPayload(@Nullable Critical critical) {
    private static final String TYPE = "cosign container image signature";

    record Critical(
            Identity identity,
            @Nullable Image image,
            @Nullable String type) {}

    record Identity(@SerializedName("docker-reference") String reference) {}

    record Image(
            @Nullable @SerializedName("docker-manifest-digest")
            String digest) {}

    static CosignPayload of(OciReference repository, Digest manifest) {
        var identity = new Identity(repository.registry() + "/" + repository.repository());
        return new CosignPayload(new Critical(identity, new Image(manifest.toString()), TYPE));
    }

    /// Nothing if it is no such payload.
    static Optional<CosignPayload> read(byte[] payload) {
        try {
            return Optional.ofNullable(
                    new Gson().fromJson(new String(payload, StandardCharsets.UTF_8), CosignPayload.class));
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }

    boolean names(Digest manifest) {
        return Optional.ofNullable(critical)
                .filter(c -> TYPE.equals(c.type()))
                .map(Critical::image)
                .map(Image::digest)
                .filter(manifest.toString()::equals)
                .isPresent();
    }
}
