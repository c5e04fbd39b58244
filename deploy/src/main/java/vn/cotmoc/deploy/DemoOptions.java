package vn.cotmoc.deploy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import vn.cotmoc.local.CannotStart;
import vn.cotmoc.local.LocalHome;

/**
 * What a demo is started with.
 *
 * @param port of the application
 * @param keycloakPort the next one, for its health, is Keycloak's too
 * @param asOf day on which the screens open; empty for today
 * @param home where everything is kept
 * @param build folder of the build: {@code lib} is the application's class path
 */
record DemoOptions(int port, int keycloakPort, int postgresPort, Optional<LocalDate> asOf, LocalHome home, Path build) {

    /** A day of which ten months' figures are known, so that ratings on the way appear. */
    static final LocalDate AS_OF = LocalDate.of(2023, 10, 31);

    static final String USAGE = "--port, --keycloak-port, --postgres-port take a number, --as-of a day or `today`";

    /**
     * Reads the command line, e.g. {@code --port 9090 --as-of 2024-12-31}.
     *
     * @throws CannotStart naming the word that is not understood
     */
    static DemoOptions parse(List<String> arguments, LocalHome home, Path build) {
        int port = 8080;
        int keycloakPort = 8180;
        int postgresPort = 8432;
        Optional<LocalDate> asOf = Optional.of(AS_OF);
        var words = new ArrayDeque<>(arguments);
        while (!words.isEmpty()) {
            String option = words.pop();
            int equals = option.indexOf('=');
            if (equals > 0) {
                words.push(option.substring(equals + 1));
                option = option.substring(0, equals);
            }
            String value = words.isEmpty() ? "" : words.pop();
            switch (option) {
                case "--port" -> port = port(option, value);
                case "--keycloak-port" -> keycloakPort = port(option, value);
                case "--postgres-port" -> postgresPort = port(option, value);
                case "--as-of" -> asOf = value.equals("today") ? Optional.empty() : Optional.of(day(value));
                default -> throw new CannotStart("'%s' is no option of the demo: %s.".formatted(option, USAGE));
            }
        }
        if (List.of(port, keycloakPort, keycloakPort + 1, postgresPort).stream()
                        .distinct()
                        .count()
                < 4) {
            throw new CannotStart(
                    "The application (%d), Keycloak (%d and %d) and PostgreSQL (%d) need ports of their own."
                            .formatted(port, keycloakPort, keycloakPort + 1, postgresPort));
        }
        return new DemoOptions(port, keycloakPort, postgresPort, asOf, home, build);
    }

    /** The same on another day. */
    DemoOptions on(LocalDate day) {
        return new DemoOptions(port, keycloakPort, postgresPort, Optional.of(day), home, build);
    }

    private static int port(String option, String value) {
        if (value.matches("\\d{1,5}")) {
            int port = Integer.parseInt(value);
            if (port >= 1024 && port <= 65_534) {
                return port;
            }
        }
        throw new CannotStart("%s takes a port from 1024 to 65534, not '%s'.".formatted(option, value));
    }

    private static LocalDate day(String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw new CannotStart("--as-of takes a day such as 2023-10-31, or `today`, not '%s'.".formatted(value), e);
        }
    }

    String origin() {
        return "http://localhost:" + port;
    }
}
