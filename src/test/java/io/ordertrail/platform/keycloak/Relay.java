package io.ordertrail.platform.keycloak;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The line between the application and Keycloak, for a test to cut without touching Keycloak itself. */
class Relay implements AutoCloseable {

    private final URI target;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile boolean silent;

    Relay(String target) throws IOException {
        this.target = URI.create(target);
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    String address() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    /** Connections end, and new ones end as soon as they begin. */
    void cut() {
        cut = true;
        open.forEach(Relay::close);
    }

    /** Connections are taken, and nothing ever comes. */
    void fallSilent() {
        silent = true;
        open.forEach(Relay::close);
    }

    void mend() {
        cut = false;
        silent = false;
        open.forEach(Relay::close);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                open.add(caller);
                if (cut) {
                    close(caller);
                } else if (!silent) {
                    connect(caller);
                }
            } catch (IOException e) {
                continue; // closed, or the other side is not there: the caller learns it by the end of the connection
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
            // one of the two has ended it, and so both end
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
        door.close();
        open.forEach(Relay::close);
    }
}
