package vn.cotmoc.rules.seals;

import java.time.LocalDate;
import vn.cotmoc.core.scoring.RuleOwner;

/** What may be sealed. A seal holds for one kind, and for every field of it. */
public sealed interface Sealable {

    /** What is signed: another for everything that differs in anything. */
    byte[] message();

    /**
     * The code of a rule set. Code belongs to rules and not to a province: the same rules give the same bytes wherever they were
     * published, and other rules have another hash.
     *
     * @param sha256 of the model that it was compiled from
     */
    record Code(String sha256, byte[] kjar) implements Sealable {

        @Override
        public byte[] message() {
            return new Message("cotmoc rules code 1").with(sha256).with(kjar).bytes();
        }
    }

    /**
     * A published model.
     *
     * @param owner whose it is
     * @param json the model's one spelling
     * @param sha256 of its UTF-8 bytes, lower-case hexadecimal
     * @param version of the model, e.g. {@code 1.2.0}
     * @param validFrom the first day that it rates
     */
    record Snapshot(RuleOwner owner, String json, String sha256, String version, LocalDate validFrom)
            implements Sealable {

        @Override
        public byte[] message() {
            return new Message("cotmoc rules snapshot 1")
                    .with(owner.toString())
                    .with(json)
                    .with(sha256)
                    .with(version)
                    .with(validFrom.toString())
                    .bytes();
        }
    }
}
