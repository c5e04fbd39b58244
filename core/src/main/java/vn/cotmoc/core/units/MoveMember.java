package vn.cotmoc.core.units;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.refusals.Collision;
import vn.cotmoc.core.refusals.Refusal;

/** Puts somebody into a unit, out of the one they were in; or takes them out of it. */
@Singleton
public class MoveMember {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._@+-]{1,99}");

    private final UnitStore store;
    private final Accounts accounts;
    private final Clock clock;

    MoveMember(UnitStore store, Accounts accounts, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Changes nothing for somebody who is there already.
     *
     * @throws Refusal {@code unknown-unit}, {@code unit-closed}, {@code member-name}, {@code member-unknown} if nobody logs in to
     *     the province under that name; {@code member-moved} by another at the same time
     */
    @Transactional
    public Member into(UUID unit, String username) {
        if (!USERNAME.matcher(username).matches()) {
            throw Refusal.invalid("member-name", "username", "username", username);
        }
        Unit target = store.require(unit);
        LocalDate today = LocalDate.now(clock);
        if (target.isClosedOn(today)) {
            throw Refusal.invalid("unit-closed", "unit", "unit", target.name(), "validTo", target.end());
        }
        Optional<MemberRow> newest = store.newestMove(username);
        if (newest.isEmpty() && !accounts.exists(username)) {
            throw Refusal.invalid("member-unknown", "username", "username", username);
        }
        return newest.filter(row -> row.isIn(unit))
                .orElseGet(() -> move(username, newest, unit))
                .toMember();
    }

    /** @throws Refusal {@code unknown-unit}; {@code unknown-member} of that unit; {@code member-moved} at the same time */
    @Transactional
    public void outOf(UUID unit, String username) {
        store.require(unit);
        Optional<MemberRow> newest = store.newestMove(username).filter(row -> row.isIn(unit));
        if (newest.isEmpty()) {
            throw Refusal.unknown("unknown-member", "username", username);
        }
        move(username, newest, null);
    }

    private MemberRow move(String username, Optional<MemberRow> newest, @Nullable UUID unit) {
        try {
            return store.move(username, newest.map(row -> row.key().move()).orElse(0) + 1, unit);
        } catch (DataAccessException failure) {
            throw Collision.caused(failure) ? Refusal.conflict("member-moved", "username", username) : failure;
        }
    }
}
