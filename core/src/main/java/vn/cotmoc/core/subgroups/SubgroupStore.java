package vn.cotmoc.core.subgroups;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jooq.DSLContext;
import vn.cotmoc.core.measure.Texts;
import vn.cotmoc.core.tenancy.CurrentTenant;

/** How a part is written down. A name that is new is written by one at a time: two at once would spell it twice, and never meet. */
@Singleton
public class SubgroupStore {

    private final SubgroupView view;
    private final DSLContext sql;
    private final CurrentTenant currentTenant;

    SubgroupStore(SubgroupView view, DSLContext sql, CurrentTenant currentTenant) {
        this.view = view;
        this.sql = sql;
        this.currentTenant = currentTenant;
    }

    /** As {@link SubgroupView#spelling}; if the name is new, nobody else writes a new one until this transaction ends. */
    @Transactional
    public String spell(String written) {
        String folded = Texts.folded(written);
        if (folded.isEmpty()) {
            return folded;
        }
        String name = Texts.visible(folded);
        String known = view.spellings().get(name);
        return known != null ? known : alone().getOrDefault(name, folded);
    }

    /** As {@link SubgroupView#spellings}, for who writes no new name. */
    @Transactional(readOnly = true)
    public Map<String, String> known() {
        return view.spellings();
    }

    /** The same, and nobody else writes a new name until this transaction ends. */
    @Transactional
    public Map<String, String> alone() {
        sql.select(function(
                        "pg_advisory_xact_lock",
                        Object.class,
                        function("hashtextextended", Long.class, val("parts " + currentTenant.get()), inline(0L))))
                .fetch();
        return view.spellings();
    }
}
