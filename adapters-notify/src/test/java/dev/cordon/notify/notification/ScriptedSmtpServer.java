package dev.cordon.notify.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A mail server that does what it is told, mostly what no good server does. */
final class ScriptedSmtpServer implements AutoCloseable {

    /** What to do instead of answering well. */
    sealed interface Act {
        record Say(String line) implements Act {}

        record Hang() implements Act {}

        record HangUp() implements Act {}

        /** Talks without end, as fast as it can. */
        record Flood() implements Act {}
    }

    private static final Map<String, String> GOOD =
            Map.of(
                    "GREETING", "220 scripted",
                    "EHLO", "250 scripted",
                    "MAIL", "250 2.1.0 sender ok",
                    "RCPT", "250 2.1.5 recipient ok",
                    "DATA", "354 go ahead",
                    "END", "250 2.0.0 queued as 4711",
                    "RSET", "250 2.0.0 reset",
                    "QUIT", "221 2.0.0 bye");

    private final ServerSocket server;
    private final Map<String, Queue<Act>> script = new ConcurrentHashMap<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile String lastAnswer = "";

    ScriptedSmtpServer() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** At the next occasions of that verb; afterwards all is well again. */
    ScriptedSmtpServer on(String verb, Act... acts) {
        script.computeIfAbsent(verb, _ -> new ArrayDeque<>()).addAll(List.of(acts));
        return this;
    }

    int port() {
        return server.getLocalPort();
    }

    /** All commands of all connections, in order; a connection begins with GREETING. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    /** The messages that were handed over whole, whatever was answered. */
    List<String> taken() {
        return List.copyOf(taken);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> talk(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket;
                var in =
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.UTF_8))) {
            var out = socket.getOutputStream();
            var goesOn = answer("GREETING", "GREETING", out);
            while (goesOn && in.readLine() instanceof String line) {
                goesOn = obey(line, in, out);
            }
        } catch (IOException | InterruptedException e) {
            heard.add("(broken)");
        }
    }

    private boolean obey(String line, BufferedReader in, OutputStream out)
            throws IOException, InterruptedException {
        var verb = line.split("[ :]")[0].toUpperCase(Locale.ROOT);
        var goesOn = answer(verb, line, out) && !verb.equals("QUIT");
        return goesOn && verb.equals("DATA") && lastAnswer.startsWith("354")
                ? content(in, out)
                : goesOn;
    }

    private boolean content(BufferedReader in, OutputStream out)
            throws IOException, InterruptedException {
        if (script.getOrDefault("CONTENT", new ArrayDeque<>()).poll() instanceof Act.HangUp) {
            in.readLine();
            return false;
        }
        var text = new StringBuilder();
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                taken.add(text.toString());
                return answer("END", ".", out);
            }
            text.append(line).append('\n');
        }
        return false;
    }

    private boolean answer(String verb, String line, OutputStream out)
            throws IOException, InterruptedException {
        heard.add(line);
        var act = script.getOrDefault(verb, new ArrayDeque<>()).poll();
        switch (act) {
            case Act.Say(var words) -> say(words, out);
            case Act.Hang() -> end.await();
            case Act.Flood() -> flood(out);
            case Act.HangUp() -> {
                return false;
            }
            case null -> say(GOOD.getOrDefault(verb, "250 ok"), out);
        }
        return true;
    }

    private void say(String words, OutputStream out) throws IOException {
        lastAnswer = words;
        out.write((words + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void flood(OutputStream out) throws IOException {
        var line = ("250-" + "x".repeat(500) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        while (true) {
            out.write(line);
        }
    }

    @Override
    public void close() {
        end.countDown();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
