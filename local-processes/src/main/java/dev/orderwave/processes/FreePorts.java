package dev.orderwave.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/// Ports for programs that cannot pick one themselves and tell.
public final class FreePorts {
    /// Below the ports that systems take for outgoing connections: one of those may be taken again before the program
    /// listens that it was found for.
    private static final int FIRST = 15_000;

    private static final int LAST = 32_000;

    /// What was found before may not be in use yet, so it is not found again.
    private static final Set<Integer> FOUND = ConcurrentHashMap.newKeySet();

    private FreePorts() {}

    /// `count` different ports of the loopback address that nobody listened on a moment ago. They are held together
    /// until all are known, so that none is named twice.
    public static List<Integer> find(int count) {
        var sockets = new ArrayList<ServerSocket>(count);
        var ports = new ArrayList<Integer>(count);
        try {
            while (ports.size() < count) {
                var port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
                var socket = hold(port);
                socket.ifPresent(sockets::add);
                if (socket.isPresent() && FOUND.add(port)) {
                    ports.add(port);
                }
            }
            return List.copyOf(ports);
        } finally {
            sockets.forEach(FreePorts::release);
        }
    }

    /// Empty if somebody has it.
    private static Optional<ServerSocket> hold(int port) {
        try {
            return Optional.of(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
        } catch (BindException taken) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("port %d of the loopback address cannot be looked at".formatted(port), e);
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException("port %d cannot be released".formatted(socket.getLocalPort()), e);
        }
    }
}
