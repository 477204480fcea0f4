package dev.orderwave.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;

/// One address for several endpoints, as kube-proxy makes it of a Service: each new connection goes to an endpoint that
/// is drawn at random, and stays there. An endpoint that is taken away gets no new connections and keeps those it has.
/// Without any endpoint a connection is refused.
///
/// Knows bytes only, so it spreads connections and not requests.
final class Balancer implements AutoCloseable {
    private final InetSocketAddress address;
    /// Bound and never listened on: keeps the port ours while connections are refused.
    private final Socket reservation;

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile List<Integer> endpoints = List.of();
    private Optional<Listener> listener = Optional.empty();

    private Balancer(InetSocketAddress address, Socket reservation) {
        this.address = address;
        this.reservation = reservation;
    }

    /// At this port of the loopback address; without endpoints.
    ///
    /// @throws UncheckedIOException if the port is taken
    static Balancer at(int port) {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        var reservation = new Socket();
        try {
            reservation.setReuseAddress(true);
            reservation.bind(address);
            return new Balancer(address, reservation);
        } catch (IOException e) {
            closeQuietly(reservation);
            throw new UncheckedIOException("port %d cannot be had".formatted(port), e);
        }
    }

    /// From now on connections go to these ports of the loopback address.
    synchronized void route(List<Integer> ports) {
        endpoints = List.copyOf(ports);
        if (endpoints.isEmpty()) {
            listener.ifPresent(Listener::close);
            listener = Optional.empty();
        } else if (listener.isEmpty()) {
            listener = Optional.of(listen());
        }
    }

    @Override
    public void close() {
        route(List.of());
        closeQuietly(reservation);
        open.forEach(Balancer::closeQuietly);
    }

    private Listener listen() {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(address);
            return new Listener(
                    socket,
                    Thread.ofVirtual().name("balancer-" + address.getPort()).start(() -> accept(socket)));
        } catch (IOException e) {
            throw new UncheckedIOException("port %d cannot be listened on".formatted(address.getPort()), e);
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException e) {
                return; // closed: nobody is to be let in any more
            }
        }
    }

    /// Remembers the client before it looks for endpoints, so that [#close] misses none.
    private void connect(Socket client) {
        open.add(client);
        try {
            var ports = endpoints;
            if (ports.isEmpty()) {
                reset(client);
            } else {
                connect(client, ports.get(ThreadLocalRandom.current().nextInt(ports.size())));
            }
        } finally {
            closeQuietly(client);
            open.removeIf(Socket::isClosed);
        }
    }

    /// An endpoint that cannot be reached breaks the connection off; who tries again draws again.
    private void connect(Socket client, int port) {
        try (var endpoint = new Socket(address.getAddress(), port)) {
            open.add(endpoint);
            client.setTcpNoDelay(true);
            endpoint.setTcpNoDelay(true);
            var answered = new CountDownLatch(1);
            Thread.ofVirtual().start(() -> {
                copy(endpoint, client);
                answered.countDown();
            });
            copy(client, endpoint);
            answered.await();
        } catch (IOException e) {
            reset(client);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Passes on what one side says, and that it has nothing more to say. One that breaks off breaks the other off.
    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            reset(from);
            reset(to);
        }
    }

    /// The other side sees an error and no end, so it cannot take half of an answer for the whole.
    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // It is closed already.
        }
        closeQuietly(socket);
    }

    private static void closeQuietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            // There is nothing left to be done about a socket that does not close.
        }
    }

    /// A socket that is listened on, and who does.
    private record Listener(ServerSocket socket, Thread acceptor) {

        /// Waits for the thread, because until it has noticed connections are still taken.
        void close() {
            closeQuietly(socket);
            try {
                acceptor.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
