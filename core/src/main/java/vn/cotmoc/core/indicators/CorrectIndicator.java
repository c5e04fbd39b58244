package vn.cotmoc.core.indicators;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.refusals.Refusal;

/**
 * Describes an indicator better, or retires it. What its figures mean (unit, kind, direction, formula, definition …) changes only
 * while it has neither figures nor targets: after that something else is measured, and is another indicator.
 */
@Singleton
public class CorrectIndicator {

    private final IndicatorStore store;
    private final IndicatorView view;
    private final CheckIndicator check;

    CorrectIndicator(IndicatorStore store, IndicatorView view, CheckIndicator check) {
        this.store = store;
        this.view = view;
        this.check = check;
    }

    /**
     * @param wanted its code says which; its version is the newest that the caller has seen
     * @throws Refusal {@code unknown-indicator}, {@code indicator-changed}, {@code indicator-in-use}, {@code indicator-needed} by the formula or
     *     ratio of another that is not retired, or as its proxy, {@code proxy-cadence} if it would no longer be reported oftener than
     *     one whose proxy it is, and as {@link AddIndicator#add}
     */
    @Transactional
    public Indicator correct(Indicator wanted) {
        check.hold(wanted);
        Indicator was = view.requireToChange(wanted.code());
        if (was.version() != wanted.version()) {
            throw Refusal.stale("indicator-changed", "version", was.version());
        }
        Indicator becomes = withOrigin(wanted, was.nationalCode());
        if (!becomes.measuresTheSameAs(was) && view.isMeasured(was.code())) {
            throw Refusal.conflict("indicator-in-use", "indicator", was.code());
        }
        check.check(becomes);
        if (!Objects.equals(becomes.leadUnit(), was.leadUnit())) {
            check.checkLead(becomes);
        }
        check.checkProxy(becomes);
        if (becomes.retired() && !was.retired()) {
            refuseIfNeeded(was.code());
        }
        if (was.cadence().isOftenerThan(becomes.cadence())) {
            store.leaningOn(was.code()).stream()
                    .filter(other -> was.code().equals(other.proxy()))
                    .forEach(other -> CheckIndicator.requireOftener(becomes, other, "/cadence"));
        }
        store.change(was, becomes);
        return becomes;
    }

    /** A formula or ratio would go on without what it is made of, and nobody would know why it says nothing; a proxy likewise. */
    private void refuseIfNeeded(String code) {
        List<String> needing =
                store.leaningOn(code).stream().map(Indicator::code).toList();
        if (!needing.isEmpty()) {
            throw Refusal.conflict("indicator-needed", "indicator", code, "by", needing);
        }
    }

    private static Indicator withOrigin(Indicator wanted, @Nullable String nationalCode) {
        return new Indicator(
                wanted.code(),
                nationalCode,
                wanted.name(),
                wanted.nameEn(),
                wanted.unit(),
                wanted.unitEn(),
                wanted.decimals(),
                wanted.direction(),
                wanted.kind(),
                wanted.summation(),
                wanted.priceBasis(),
                wanted.formula(),
                wanted.group(),
                wanted.leadUnit(),
                wanted.cadence(),
                wanted.proxy(),
                wanted.definition(),
                wanted.source(),
                wanted.retired(),
                wanted.version() + 1);
    }
}
