package vn.cotmoc.core.coherence;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.scoring.TargetLine;
import vn.cotmoc.core.targets.Authority;
import vn.cotmoc.core.targets.Target;

/** The shares of the three sectors and of product taxes less subsidies: together they are the whole GRDP. */
final class Structure {

    private static final List<String> SECTORS = List.of("SHARE_AGRICULTURE", "SHARE_INDUSTRY", "SHARE_SERVICES");
    private static final String TAXES = "SHARE_PRODUCT_TAXES";

    private Structure() {}

    private record Economy(UUID plan, UUID area, String subgroup, Period period, Authority authority) {

        static Economy of(Target target) {
            return new Economy(target.plan(), target.area(), target.subgroup(), target.period(), target.authority());
        }
    }

    static Stream<Finding> in(Book book) {
        return book.targets().stream()
                .filter(line -> isShare(line) && line.target().assignedTo() == null)
                .collect(Collectors.groupingBy(line -> Economy.of(line.target())))
                .values()
                .stream()
                .flatMap(shares -> found(shares).stream());
    }

    private static boolean isShare(TargetLine line) {
        String code = line.indicator().nationalCode();
        return code != null
                && (SECTORS.contains(code) || TAXES.equals(code))
                && Aims.number(line).isPresent();
    }

    /** Taxes that nobody stated may be what the sectors leave, but sectors alone cannot be more than all. */
    private static Optional<Finding> found(List<TargetLine> shares) {
        Map<String, TargetLine> byCode = shares.stream()
                .collect(Collectors.toMap(line -> line.target().indicator(), line -> line, (one, other) -> one));
        if (byCode.size() < SECTORS.size() || byCode.size() < shares.size()) {
            return Optional.empty();
        }
        List<Fact> facts = shares.stream().map(Fact::of).toList();
        BigDecimal together =
                facts.stream().map(fact -> fact.number().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal tolerance =
                facts.stream().map(fact -> Aims.rounding(fact.amount())).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal off = together.subtract(Finding.HUNDRED);
        boolean all = byCode.size() > SECTORS.size();
        boolean taxesStated =
                shares.stream().anyMatch(line -> TAXES.equals(line.indicator().nationalCode()));
        boolean isOff = all ? off.signum() != 0 : !taxesStated && off.signum() > 0;
        return isOff ? Optional.of(new Finding.SharesOffHundred(facts, together, tolerance)) : Optional.empty();
    }
}
