package io.ordertrail.platform.keycloak;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The connection between the application and Keycloak, which a test can interrupt without touching Keycloak. */
class Relay implements AutoCloseable {

    private final URI target;
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile boolean silent;

    Relay(String target) throws IOException {
        this.target = URI.create(target);
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    String address() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** Ends all connections, and new ones as soon as they begin. */
    void cut() {
        cut = true;
        open.forEach(Relay::close);
    }

    /** Accepts connections and never answers. */
    void fallSilent() {
        silent = true;
        open.forEach(Relay::close);
    }

    void restore() {
        cut = false;
        silent = false;
        open.forEach(Relay::close);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var caller = server.accept();
                open.add(caller);
                if (cut) {
                    close(caller);
                } else if (!silent) {
                    connect(caller);
                }
            } catch (IOException e) {
                continue; // closed, or Keycloak is not running: the end of the connection tells the caller
            }
        }
    }

    private void connect(Socket caller) throws IOException {
        var keycloak = new Socket(target.getHost(), target.getPort());
        open.add(keycloak);
        start(() -> pass(caller, keycloak));
        start(() -> pass(keycloak, caller));
    }

    private void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // one side has ended it, so both end
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        open.forEach(Relay::close);
    }
}
