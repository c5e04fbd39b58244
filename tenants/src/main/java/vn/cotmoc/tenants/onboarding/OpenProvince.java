package vn.cotmoc.tenants.onboarding;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.provinces.BeginProvince;
import vn.cotmoc.core.provinces.Beginning;
import vn.cotmoc.core.provinces.Opening;
import vn.cotmoc.core.provinces.Opening.FirstAdministrator;
import vn.cotmoc.core.provinces.OpeningStep;
import vn.cotmoc.core.provinces.OpeningStore;
import vn.cotmoc.core.provinces.Province;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tenancy.TenantId;
import vn.cotmoc.core.tenancy.TenantScope;

/**
 * A platform administrator opens a province. What is asked for is stored first; the work then reads that row and is bound to
 * its province. Every step finds what an earlier try left, so that the same call continues after a failure or a killed
 * process, and two calls at once or a call too many do no harm.
 */
@Singleton
public final class OpenProvince {

    private static final Logger LOG = LoggerFactory.getLogger(OpenProvince.class);

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{2,59}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{1,10}");

    /** Without the letters that people confuse. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int PASSWORD_LENGTH = 16;

    private final OpeningStore openings;
    private final BeginProvince beginProvince;
    private final KeycloakAccounts accounts;
    private final TenantScope tenantScope;
    private final CurrentActor actor;
    private final TransactionOperations<Connection> transactions;
    private final SecureRandom random = new SecureRandom();

    OpenProvince(
            OpeningStore openings,
            BeginProvince beginProvince,
            KeycloakAccounts accounts,
            TenantScope tenantScope,
            CurrentActor actor,
            TransactionOperations<Connection> transactions) {
        this.openings = openings;
        this.beginProvince = beginProvince;
        this.accounts = accounts;
        this.tenantScope = tenantScope;
        this.actor = actor;
        this.transactions = transactions;
    }

    /** @throws Refusal naming the place of what is missing or malformed */
    public record Command(
            String id,
            String name,
            String nameEn,
            String code,
            boolean simulated,
            Beginning beginning,
            FirstAdministrator administrator) {

        public Command {
            require(TenantId.isOfProvince(id), "province-id-malformed", "/id");
            require(isText(name), "text-missing", "/name");
            require(isText(nameEn), "text-missing", "/nameEn");
            require(CODE.matcher(code).matches(), "province-code-malformed", "/code");
            require(USERNAME.matcher(administrator.username()).matches(), "username-malformed", "/admin/username");
            require(EMAIL.matcher(administrator.email()).matches(), "email-malformed", "/admin/email");
            require(isText(administrator.firstName()), "text-missing", "/admin/firstName");
            require(isText(administrator.lastName()), "text-missing", "/admin/lastName");
        }

        private static boolean isText(String text) {
            return !text.isBlank() && text.length() <= 200;
        }

        private static void require(boolean holds, String code, String at) {
            if (!holds) {
                throw Refusal.invalid(code, at);
            }
        }
    }

    public sealed interface Outcome {

        /** @param temporaryPassword shown this once, to be changed at the first login */
        record Opened(TenantId id, String username, String temporaryPassword) implements Outcome {

            /** Without the password. */
            @Override
            public String toString() {
                return "Opened[%s, %s]".formatted(id, username);
            }
        }

        /** Nothing was left to do. */
        record AlreadyOpen(TenantId id, String username) implements Outcome {}

        /** @param because a Vietnamese sentence for people; the same call continues */
        record Stopped(TenantId id, String because) implements Outcome {}
    }

    /**
     * Must be called outside a transaction: each step is stored when it is done.
     *
     * @throws Refusal {@code province-exists} if that id was asked for with other data; the administrator may be corrected
     *     until the account exists. {@code organization-exists}, {@code username-taken} or {@code email-taken} if Keycloak
     *     holds somebody else's
     */
    public Outcome open(Command command) {
        Opening asked = asked(command);
        openings.add(asked);
        Opening opening = stored(asked.id());
        if (!opening.isTheSameProvinceAs(asked)) {
            throw provinceExists(asked.id());
        }
        if (!opening.administrator().equals(asked.administrator())) {
            if (!openings.correctAdministrator(asked.id(), asked.administrator())) {
                throw provinceExists(asked.id());
            }
            opening = stored(asked.id());
        }
        if (opening.step() == OpeningStep.OPEN) {
            return new Outcome.AlreadyOpen(opening.id(), opening.administrator().username());
        }
        Opening row = opening;
        return tenantScope.within(row.id(), () -> carryOn(row));
    }

    private Opening asked(Command command) {
        return new Opening(
                new TenantId(command.id()),
                command.name().strip(),
                command.nameEn().strip(),
                command.code(),
                command.simulated(),
                command.beginning(),
                command.administrator(),
                OpeningStep.REQUESTED,
                null,
                actor.username(),
                now());
    }

    private Opening stored(TenantId id) {
        return openings.find(id).orElseThrow();
    }

    private Outcome carryOn(Opening opening) {
        try {
            var organization = accounts.organization(opening);
            openings.reached(opening.id(), OpeningStep.ORGANIZATION);
            String user = accounts.administrator(organization, opening);
            openings.reached(opening.id(), OpeningStep.ADMINISTRATOR);
            return finish(opening, user);
        } catch (KeycloakFailure failure) {
            LOG.warn("Opening {} stopped: {}", opening.id(), failure.sentence());
            openings.stopped(opening.id(), failure.sentence());
            return new Outcome.Stopped(opening.id(), failure.sentence());
        } catch (Refusal refusal) {
            openings.stopped(opening.id(), sentence(refusal));
            throw refusal;
        } catch (RuntimeException broken) {
            recordBreak(opening.id(), broken);
            throw broken;
        }
    }

    private void recordBreak(TenantId id, RuntimeException broken) {
        try {
            openings.stopped(id, "Có lỗi trong hệ thống; hãy gửi lại yêu cầu để tiếp tục.");
        } catch (RuntimeException alsoBroken) { // the database is what broke
            broken.addSuppressed(alsoBroken);
        }
    }

    /**
     * In one transaction the province gets its rows and is open, or neither. The first statement locks the opening's row: of
     * two calls one finishes, and it alone gives the administrator a password, as the last act before the commit.
     */
    private Outcome finish(Opening opening, String user) {
        String username = opening.administrator().username();
        Optional<String> password = transactions.executeWrite(status -> {
            if (!openings.reached(opening.id(), OpeningStep.OPEN)) {
                return Optional.empty();
            }
            if (!stored(opening.id()).administrator().equals(opening.administrator())) {
                throw provinceExists(opening.id());
            }
            beginProvince.begin(
                    new Province(
                            opening.id(), opening.name(), opening.nameEn(), opening.code(), opening.simulated(), now()),
                    opening.beginning());
            String fresh = newPassword();
            accounts.setTemporaryPassword(user, fresh);
            return Optional.of(fresh);
        });
        return password.<Outcome>map(fresh -> new Outcome.Opened(opening.id(), username, fresh))
                .orElseGet(() -> new Outcome.AlreadyOpen(opening.id(), username));
    }

    private String newPassword() {
        return random.ints(PASSWORD_LENGTH, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }

    private static Refusal provinceExists(TenantId id) {
        return Refusal.conflict("province-exists", "province", id.value());
    }

    private static String sentence(Refusal refusal) {
        return switch (refusal.code()) {
            case "organization-exists" -> "Máy chủ đăng nhập đã có một tổ chức khác mang mã hoặc tên này.";
            case "username-taken" -> "Tên đăng nhập của quản trị viên đã có người dùng; hãy chọn tên khác.";
            case "email-taken" -> "Thư điện tử của quản trị viên đã có người dùng; hãy chọn địa chỉ khác.";
            case "province-exists" -> "Tỉnh này vừa được yêu cầu mở với dữ liệu khác.";
            default -> refusal.code();
        };
    }

    private static Instant now() {
        return Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS); // as exact as the database
    }
}
