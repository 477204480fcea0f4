package dev.orderwave.local;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// What one of several processes did of the work that they share, since its start.
///
/// @param work messages that a service handled, or calls of output bindings that a daprd carried out
/// @param ofAll the same of all that share it
public record Share(String process, long work, long ofAll) {

    /// What is there only once shares nothing and is left out.
    static List<Share> of(LocalSuite suite) {
        return suite.sharedApps().stream()
                .flatMap(app -> Stream.concat(
                        among(app.runningReplicas(), ServiceReplica::name, ServiceReplica::handled),
                        among(app.daprds(), DaprdReplica::name, DaprdReplica::outputs)))
                .toList();
    }

    @JsonProperty
    public long percent() {
        return ofAll == 0 ? 0 : Math.round(100.0 * work / ofAll);
    }

    private static <T> Stream<Share> among(List<T> processes, Function<T, String> name, ToLongFunction<T> work) {
        var done = processes.stream().mapToLong(work).toArray();
        var all = LongStream.of(done).sum();
        return processes.size() == 1
                ? Stream.empty()
                : IntStream.range(0, done.length).mapToObj(i -> new Share(name.apply(processes.get(i)), done[i], all));
    }
}
