package vn.cotmoc.core.cases;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import vn.cotmoc.core.notifications.NoticeKind;
import vn.cotmoc.core.notifications.Recipient;
import vn.cotmoc.core.scoring.AfterRun;

/** Looks after what days do to the cases of the current province: acceptance that is over, explanations that are overdue. */
@Singleton
public class WatchCases {

    private final CaseView view;
    private final CaseLife life;
    private final AfterRun afterRun;

    WatchCases(CaseView view, CaseLife life, AfterRun afterRun) {
        this.view = view;
        this.life = life;
        this.afterRun = afterRun;
    }

    /** @return how many notifications of overdue explanations are new */
    @Transactional
    public int watch() {
        List<CaseView.Line> past = view.past();
        past.stream()
                .filter(line -> line.about().status() == CaseStatus.ACCEPTED)
                .map(CaseView.Line::plan)
                .distinct()
                .forEach(afterRun::stored); // the runs that are there say whether the flag still is
        return (int) past.stream()
                .map(CaseView.Line::about)
                .filter(one -> one.status() == CaseStatus.EXPLANATION_REQUESTED)
                .flatMap(one ->
                        recipients(one).filter(recipient -> life.tell(recipient, NoticeKind.EXPLANATION_OVERDUE, one)))
                .count();
    }

    private static Stream<Recipient> recipients(Case overdue) {
        return overdue.unit() == null
                ? Stream.of(CaseLife.APPROVERS)
                : Stream.of(CaseLife.APPROVERS, new Recipient.Unit(overdue.unit()));
    }
}
