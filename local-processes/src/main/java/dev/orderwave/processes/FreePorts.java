package dev.orderwave.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/// Ports for programs that cannot pick one themselves and tell.
public final class FreePorts {
    private FreePorts() {}

    /// `count` different ports of the loopback address that nobody listened on a moment ago. They are held together
    /// until all are known, so that none is named twice.
    public static List<Integer> find(int count) {
        var sockets = new ArrayList<ServerSocket>(count);
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
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
