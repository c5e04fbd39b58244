package vn.cotmoc.tenants.boundary;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cotmoc.local.Login;
import vn.cotmoc.tenants.Database;

class RefusedRolesIT {

    @Test
    void theApplicationStartsWithItsOwnRoles() {
        assertThatCode(() -> Database.application(Map.of()).close()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "ministry", "relay"})
    void itRefusesTheOwnerOfTheTables(String dataSource) {
        assertRefused(dataSource, Database.POSTGRES.owner(), "cotmoc_owner", "can act as the owner of area");
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "ministry", "relay"})
    void itRefusesASuperuser(String dataSource) {
        assertRefused(dataSource, Database.POSTGRES.superuser(), "postgres", "is a superuser");
    }

    @ParameterizedTest
    @CsvSource({
        "alter role intruder bypassrls, has BYPASSRLS",
        "alter role intruder replication, has REPLICATION",
        "grant cotmoc_owner to intruder with inherit false, can act as the owner of area",
        "grant postgres to intruder, is a superuser",
        "grant pg_execute_server_program to intruder, reaches the files of the server"
    })
    void itRefusesARoleThatCouldPassBy(String grant, String reason) throws SQLException {
        Database.application(Map.of()).close();
        asSuperuser("create role intruder login password 'intruder'");
        asSuperuser("grant connect on database cotmoc to intruder");
        asSuperuser(grant);
        assertRefused("default", new Login("intruder", "intruder"), "intruder", reason);
    }

    @AfterEach
    void dropIntruder() throws SQLException {
        asSuperuser("""
                do $$ begin
                    if exists (select from pg_roles where rolname = 'intruder') then
                        revoke connect on database cotmoc from intruder;
                        drop role intruder;
                    end if;
                end $$""");
    }

    private static void assertRefused(String dataSource, Login login, String role, String reason) {
        assertThatThrownBy(() -> Database.application(Map.of(
                                "datasources." + dataSource + ".username", login.user(),
                                "datasources." + dataSource + ".password", login.password()))
                        .close())
                .hasMessage(
                        "datasources.%s.username (%s) %s and so would pass by the fence between provinces; name a role that is no superuser, has no BYPASSRLS and owns nothing, like cotmoc_app."
                                .formatted(dataSource, role, reason));
    }

    private static void asSuperuser(String statement) throws SQLException {
        try (var connection = Database.POSTGRES.connect("cotmoc", Database.POSTGRES.superuser());
                var execution = connection.createStatement()) {
            execution.execute(statement);
        }
    }
}
