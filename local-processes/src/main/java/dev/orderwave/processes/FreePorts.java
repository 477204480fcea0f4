package dev.orderwave.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Ports for programs that cannot pick one themselves and tell.
public final class FreePorts {
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
                var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                sockets.add(socket);
                if (FOUND.add(socket.getLocalPort())) {
                    ports.add(socket.getLocalPort());
                }
            }
            return List.copyOf(ports);
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on the loopback address", e);
        } finally {
            sockets.forEach(FreePorts::release);
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
