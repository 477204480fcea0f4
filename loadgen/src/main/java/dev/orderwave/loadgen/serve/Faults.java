package dev.orderwave.loadgen.serve;

import dev.orderwave.azure.AzureException;
import dev.orderwave.loadgen.dataset.DataSetException;
import dev.orderwave.loadgen.schedule.ScheduleException;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Says in one sentence what went wrong, and in the status whose turn it is.
final class Faults {

    @ServerExceptionMapper
    RestResponse<Fault> wrongRequest(IllegalArgumentException wrong) {
        return answer(Status.BAD_REQUEST, wrong);
    }

    @ServerExceptionMapper
    RestResponse<Fault> noDataSet(DataSetException absent) {
        return answer(Status.NOT_FOUND, absent);
    }

    @ServerExceptionMapper
    RestResponse<Fault> busy(BusyException busy) {
        return answer(Status.CONFLICT, busy);
    }

    @ServerExceptionMapper
    RestResponse<Fault> notOver(ScheduleException notOver) {
        return answer(Status.CONFLICT, notOver);
    }

    @ServerExceptionMapper
    RestResponse<Fault> azure(AzureException fault) {
        return answer(Status.BAD_GATEWAY, fault);
    }

    private static RestResponse<Fault> answer(Status status, Exception fault) {
        return RestResponse.status(status, new Fault(String.valueOf(fault.getMessage())));
    }

    /// The body of every answer that is not a success.
    public record Fault(String error) {}
}
