package vn.cotmoc.deploy;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cotmoc.local.CannotStart;
import vn.cotmoc.local.LocalHome;
import vn.cotmoc.local.Ports;

class ChecksTest {

    @TempDir
    Path folder;

    @Test
    void aFullDiskIsSaidWithItsNumbers() {
        assertThatCode(() -> Checks.roomOn(folder, 1)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Checks.roomOn(folder, Long.MAX_VALUE))
                .isInstanceOf(CannotStart.class)
                .hasMessageContainingAll("MB left", "make some room");
    }

    @Test
    void aPortInUseIsSaidWithItsUserAndTheWayOut() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int taken = other.getLocalPort();
            int free = Ports.free();
            assertThatThrownBy(() -> Checks.portsOf(new DemoOptions(
                            free, taken, Ports.free(), Optional.empty(), new LocalHome(folder), folder)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageStartingWith("Port %d, meant for Keycloak, is in use by ".formatted(taken))
                    .hasMessageEndingWith("or choose another port: ./cotmoc demo --keycloak-port <port>.");
        }
    }
}
