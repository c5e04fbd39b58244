package vn.cotmoc.core.authoring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param model null if anything in the file could not be converted; the remarks name each such place */
public record Converted(@Nullable String model, List<Remark> remarks) {

    public Converted {
        remarks = List.copyOf(remarks);
    }
}
