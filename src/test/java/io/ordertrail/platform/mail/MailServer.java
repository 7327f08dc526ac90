package io.ordertrail.platform.mail;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server that takes each mail and keeps it. */
public final class MailServer implements AutoCloseable {

    private static final int WAITING_CALLERS = 10;

    private final ServerSocket socket;
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private volatile boolean refusing;

    public MailServer() {
        try {
            socket = new ServerSocket(0, WAITING_CALLERS, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var thread = new Thread(this::serve, "mail server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Sends by this server. */
    public Mailer mailer() {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(socket.getLocalPort());
        return new Mailer(sender, "orders@example.com");
    }

    /** Takes no mail any more. A closed port could belong to the mail server of another test soon. */
    public void refuse() {
        refusing = true;
    }

    public List<MimeMessage> taken() {
        return taken.stream().map(MailServer::parsed).toList();
    }

    private static MimeMessage parsed(String text) {
        try {
            return new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var client = socket.accept()) {
                talk(client);
            } catch (IOException e) {
                // the caller hung up, or the test is over
            }
        }
    }

    private void talk(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        var out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.ISO_8859_1);
        if (refusing) {
            answer(out, "554 no mail today");
            return;
        }
        answer(out, "220 test");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("DATA")) {
                answer(out, "354 go on");
                take(in);
            }
            answer(out, line.startsWith("QUIT") ? "221 bye" : "250 ok");
        }
    }

    private void take(BufferedReader in) throws IOException {
        var mail = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line.startsWith("..") ? line.substring(1) : line).append("\r\n");
        }
        taken.add(mail.toString());
    }

    private static void answer(PrintWriter out, String text) {
        out.print(text + "\r\n");
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
