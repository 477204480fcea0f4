package dev.orderwave.processor.lineup;

import dev.orderwave.wasm.Guest;
import dev.orderwave.wasm.ModuleInfo;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/// The lineup by HTTP, on the management port:
///
///     GET    /modules                     who is in the lineup
///     PUT    /modules/serving             the body is a reference, or the module itself as application/wasm
///     PUT    /modules/candidate?percent=5
///     PUT    /modules/shadow
///     DELETE /modules/candidate, /modules/shadow
///
/// Changes need `Authorization: Bearer <orderwave.module.management-token>`. They last until the service ends or the
/// configured source changes.
final class LineupRoutes {
    private static final String MODULES = "/modules";
    private static final String ROLE = "role";
    private static final String WASM = "application/wasm";
    private static final String BEARER = "Bearer ";

    private final Lineup lineup;
    private final ModuleLoader loader;
    private final LineupChanges changes;
    private final ModuleConfig config;

    LineupRoutes(Lineup lineup, ModuleLoader loader, LineupChanges changes, ModuleConfig config) {
        this.lineup = lineup;
        this.loader = loader;
        this.changes = changes;
        this.config = config;
    }

    void register(Router router) {
        var body = BodyHandler.create(false).setBodyLimit(config.limits().moduleBytes());
        var one = MODULES + "/:" + ROLE;
        router.get(MODULES).handler(this::show);
        router.route(one).handler(this::authorize);
        router.put(one).handler(body).blockingHandler(this::replace);
        router.delete(one).handler(this::remove);
    }

    private void show(RoutingContext request) {
        request.json(json(lineup.members()));
    }

    private void authorize(RoutingContext request) {
        var token = config.managementToken();
        if (token.isEmpty()) {
            answer(
                    request,
                    403,
                    "modules cannot be changed by HTTP; set orderwave.module.management-token to allow it");
        } else if (isKnown(Optional.ofNullable(request.request().getHeader("Authorization")), token.get())) {
            request.next();
        } else {
            answer(request, 401, "send the header Authorization: Bearer <orderwave.module.management-token>");
        }
    }

    private static boolean isKnown(Optional<String> authorization, String token) {
        return authorization
                .map(value -> MessageDigest.isEqual(bytes(value), bytes(BEARER + token)))
                .orElse(false);
    }

    private void replace(RoutingContext request) {
        var role = role(request);
        if (role.isEmpty()) {
            answer(request, 404, "a module is serving, candidate or shadow, not " + request.pathParam(ROLE));
            return;
        }
        try {
            join(role.get(), request);
            show(request);
        } catch (RuntimeException e) {
            var reason = String.valueOf(e.getMessage());
            LineupLog.LOG.refused(role.get().toString(), reason);
            answer(request, 422, reason);
        }
    }

    private void join(Role role, RoutingContext request) {
        var percent = request.queryParam("percent");
        if (role == Role.CANDIDATE && !percent.isEmpty()) {
            changes.share(guest(request), new Share(Integer.parseInt(percent.getFirst())));
        } else {
            changes.join(role, guest(request));
        }
    }

    private Guest guest(RoutingContext request) {
        var body = request.body().buffer();
        if (body == null || body.length() == 0) {
            throw new IllegalArgumentException("the body is empty; send a reference, or a module as " + WASM);
        }
        return WASM.equals(request.request().getHeader("Content-Type"))
                ? loader.load(lineup.members().serving().module().name(), body.getBytes())
                : loader.load(loader.fetch(body.toString(StandardCharsets.UTF_8).strip()));
    }

    private void remove(RoutingContext request) {
        var role = role(request).filter(named -> named != Role.SERVING);
        if (role.isEmpty()) {
            answer(request, 404, "candidate and shadow can be removed, not " + request.pathParam(ROLE));
            return;
        }
        changes.leave(role.get());
        show(request);
    }

    private static Optional<Role> role(RoutingContext request) {
        return Optional.ofNullable(request.pathParam(ROLE)).flatMap(Role::named);
    }

    private static JsonObject json(Lineup.Members members) {
        var json = new JsonObject()
                .put(Role.SERVING.toString(), json(members.serving().module()));
        members.candidate()
                .ifPresent(candidate -> json.put(
                        Role.CANDIDATE.toString(),
                        json(candidate.guest().module())
                                .put("percent", candidate.share().percent())));
        members.shadow().ifPresent(shadow -> json.put(Role.SHADOW.toString(), json(shadow.module())));
        return json;
    }

    private static JsonObject json(ModuleInfo module) {
        return new JsonObject().put("name", module.name()).put("sha256", module.sha256());
    }

    private static void answer(RoutingContext request, int status, String reason) {
        request.response().setStatusCode(status);
        request.json(new JsonObject().put("error", reason));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
