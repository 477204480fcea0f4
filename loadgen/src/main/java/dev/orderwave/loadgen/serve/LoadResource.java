package dev.orderwave.loadgen.serve;

import dev.orderwave.loadgen.dataset.Manifest;
import dev.orderwave.loadgen.order.Order;
import dev.orderwave.loadgen.order.OrderGenerator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;

/// The load by HTTP: a data set is stored, then scheduled; or some orders are looked at.
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class LoadResource {
    private static final int MOST_SHOWN = 10_000;
    private static final int MOST_STORED = 10_000_000;
    private static final int SHOWN = 5;
    private static final long SEED = 1;
    private static final Duration LONGEST_DELAY = Duration.ofDays(7);

    private final TestData testData;

    LoadResource(TestData testData) {
        this.testData = testData;
    }

    @GET
    @Path("healthz")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(summary = "Whether the service runs; it asks neither the storage nor the bus")
    public String health() {
        return "Ok";
    }

    @GET
    @Path("test-data")
    @Operation(summary = "Shows orders and stores nothing")
    public List<Order> show(@RestQuery Optional<Integer> count) {
        return OrderGenerator.seeded(SEED).generate(within("count", count.orElse(SHOWN), 1, MOST_SHOWN));
    }

    @POST
    @Path("test-data")
    @Operation(summary = "Stores a data set in place of the one before")
    @APIResponse(responseCode = "409", description = "a data set is being stored or scheduled")
    public Manifest store(DataSetRequest request) {
        return testData.store(
                within("count", request.count(), 1, MOST_STORED), request.seed().orElse(SEED));
    }

    @POST
    @Path("schedule-test")
    @Operation(summary = "Schedules the stored data set; answers when the queue has all of it")
    @APIResponse(responseCode = "404", description = "no data set is stored")
    @APIResponse(
            responseCode = "409",
            description = "a data set is being stored or scheduled, or the schedule before is not over")
    public Scheduled schedule(ScheduleRequest request) {
        var minutes = within(
                "scheduleDelayMinutes", request.scheduleDelayMinutes(), 0, Math.toIntExact(LONGEST_DELAY.toMinutes()));
        return testData.schedule(Duration.ofMinutes(minutes));
    }

    private static int within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("%s must be %d to %d, was %d".formatted(name, least, most, value));
        }
        return value;
    }

    /// @param seed the same seed makes the same orders; 1 if it is not given
    public record DataSetRequest(int count, Optional<Long> seed) {}

    public record ScheduleRequest(int scheduleDelayMinutes) {}

    public record Scheduled(int orders, Instant scheduledTimestamp) {}
}
