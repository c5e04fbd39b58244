package vn.cotmoc.core.scoring;

import java.util.Collection;
import java.util.UUID;

/** What follows from runs by current targets once they are stored; {@code cases} fills it. */
public interface AfterRun {

    /** The plan's newest runs may say something else of any of its targets. */
    void stored(UUID plan);

    /** The same of these targets. */
    void stored(UUID plan, Collection<UUID> targets);
}
