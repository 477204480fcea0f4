package dev.orderwave.queuewatch;

import io.vertx.core.Future;
import java.net.URI;
import java.util.Optional;

/// How the watch proves to a namespace that it may ask.
interface SignIn {
    /// The local Service Bus asks for no proof.
    SignIn NONE = resource -> Future.succeededFuture(Optional.empty());

    /// The value of an `Authorization` header for a question about the resource, if it takes one; fails with the reason
    /// if there is none to be had now.
    Future<Optional<String>> authorization(URI resource);
}
