package vn.cotmoc.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** TCP ports of this machine. */
public final class Ports {

    private static final Pattern SS = Pattern.compile("users:\\(\\(\"([^\"]+)\",pid=(\\d+)");
    private static final Pattern LSOF = Pattern.compile("p(\\d+)\\s+c(\\S+)");

    private Ports() {}

    /** A port nobody used a moment ago. */
    public static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The port itself, or a free one for 0.
     *
     * @param whose what it is meant for, e.g. {@code Keycloak}
     * @throws CannotStart naming the port and, if the system tells, the program that uses it
     */
    public static int claimable(int port, String whose) {
        if (port == 0) {
            return free();
        }
        if (inUse(port)) {
            throw new CannotStart("Port %d, meant for %s, is in use by %s."
                    .formatted(port, whose, user(port).orElse("another program")));
        }
        return port;
    }

    /** Who listens there, e.g. {@code java (process 4711)}; empty if the system does not tell. */
    private static Optional<String> user(int port) {
        Matcher ss = SS.matcher(output("ss", "-Hltnp", "sport = :" + port));
        if (ss.find()) {
            return Optional.of("%s (process %s)".formatted(ss.group(1), ss.group(2)));
        }
        Matcher lsof = LSOF.matcher(output("lsof", "-nP", "-Fpc", "-iTCP:" + port, "-sTCP:LISTEN"));
        return lsof.find() ? Optional.of("%s (process %s)".formatted(lsof.group(2), lsof.group(1))) : Optional.empty();
    }

    private static String output(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException notInstalled) {
            return "";
        }
    }

    /** Whether somebody listens on the port, be it on one address of this machine or on all. */
    public static boolean inUse(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException nobodyAnswers) {
            try (var socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(port));
                return false;
            } catch (IOException notBindable) {
                return true;
            }
        }
    }
}
