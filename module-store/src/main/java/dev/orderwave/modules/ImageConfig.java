package dev.orderwave.modules;

import com.google.gson.Gson;
import com.google.gson.annotations.SerializedName;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The config that signatures have, which look like a container image to a registry: what is required of one and no
/// more.
record ImageConfig(
        String architecture,
        String os,
        @SerializedName("rootfs") RootFileSystem rootFileSystem) {
    static final String MEDIA_TYPE = "application/vnd.oci.image.config.v1+json";

    record RootFileSystem(
            String type, @SerializedName("diff_ids") List<String> layers) {}

    static byte[] of(List<Blob> layers) {
        var digests = layers.stream().map(layer -> layer.digest().toString()).toList();
        var config = new ImageConfig("", "", new RootFileSystem("layers", digests));
        return new Gson().toJson(config).getBytes(StandardCharsets.UTF_8);
    }
}
