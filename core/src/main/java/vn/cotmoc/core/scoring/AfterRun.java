package vn.cotmoc.core.scoring;

import java.util.UUID;

/** What follows from a run by current targets once it is stored, in its transaction; {@code cases} fills it. */
public interface AfterRun {

    void stored(UUID plan);
}
