package vn.cotmoc.core.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.tenancy.TenantId;

/** What is good for days only is cleared away. */
public class ForgetOldIT {

    /** For tests of other packages. */
    public static void everything() {
        House.get(PassingStore.class).forgetBefore(Instant.EPOCH.plusSeconds(86_400));
    }

    @Test
    void whatIsOlderThanAWeekIsForgottenAndNothingElse() {
        TenantId province = House.province();
        TenantId other = House.province();
        for (TenantId one : new TenantId[] {province, other, TenantId.NATION}) {
            event(one, 6);
            event(one, 8);
            reply(one, 6);
            reply(one, 8);
        }
        House.get(ForgetOld.class).everywhere();
        for (TenantId one : new TenantId[] {province, other, TenantId.NATION}) {
            assertThat(House.asSuperuser(
                            "select subject from outbox where tenant_id = '%s' and kind = 'thu'".formatted(one)))
                    .containsExactly("6");
            assertThat(House.asSuperuser(
                            "select reply_key from idempotent_reply where tenant_id = '%s' and actor = 'thu'"
                                    .formatted(one)))
                    .containsExactly("6");
        }
    }

    private static void event(TenantId of, int days) {
        Instant moment = Instant.now().minusSeconds(days * 86_400L);
        UUID first = Identifiers.firstOf(moment);
        House.asSuperuser(
                "insert into outbox (tenant_id, event_id, kind, subject, recorded_at) values ('%s', '%s', 'thu', '%d', '%s')"
                        .formatted(of, first, days, moment));
    }

    private static void reply(TenantId of, int days) {
        Instant moment = Instant.now().minusSeconds(days * 86_400L);
        House.asSuperuser("""
                insert into idempotent_reply (tenant_id, actor, reply_key, operation, request_sha256, status, body, created_at)
                values ('%s', 'thu', '%d', 'POST /', 'x', 201, '{}', '%s')
                """.formatted(of, days, moment));
    }
}
