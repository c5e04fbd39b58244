package vn.cotmoc.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.cotmoc.local.CannotStart;
import vn.cotmoc.local.LocalHome;

class DemoOptionsTest {

    @Test
    void withoutOptionsItOpensOnTheDayWithTenMonthsOfFigures() {
        DemoOptions options = parse();
        assertThat(List.of(options.port(), options.keycloakPort(), options.postgresPort()))
                .containsExactly(8080, 8180, 8432);
        assertThat(options.asOf()).isEqualTo(Optional.of(LocalDate.of(2023, 10, 31)));
        assertThat(options.origin()).isEqualTo("http://localhost:8080");
    }

    @Test
    void everyPortAndTheDayCanBeChosen() {
        DemoOptions options =
                parse("--port", "9090", "--keycloak-port=9180", "--postgres-port", "9432", "--as-of", "2024-12-31");
        assertThat(List.of(options.port(), options.keycloakPort(), options.postgresPort()))
                .containsExactly(9090, 9180, 9432);
        assertThat(options.asOf()).isEqualTo(Optional.of(LocalDate.of(2024, 12, 31)));
        assertThat(parse("--as-of", "today").asOf()).isEmpty();
    }

    @Test
    void whatIsNotUnderstoodIsNamed() {
        assertThatThrownBy(() -> parse("--prot", "1"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("'--prot'");
        assertThatThrownBy(() -> parse("--port")).hasMessage("--port takes a port from 1024 to 65534, not ''.");
        assertThatThrownBy(() -> parse("--port", "80")).hasMessageContaining("not '80'");
        assertThatThrownBy(() -> parse("--as-of", "31/10/2023")).hasMessageContaining("such as 2023-10-31");
        assertThatThrownBy(() -> parse("--port", "8181")).hasMessageContaining("ports of their own");
    }

    private static DemoOptions parse(String... arguments) {
        return DemoOptions.parse(List.of(arguments), new LocalHome(Path.of("home")), Path.of("build"));
    }
}
