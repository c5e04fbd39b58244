import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.cotmoc.rules.drools.Kjar;
import vn.cotmoc.rules.drools.RuleCompiler;
import vn.cotmoc.rules.rulesets.SealedModel;
import vn.cotmoc.rules.rulesets.ShippedRuleSets;
import vn.cotmoc.rules.sandbox.Drl;

/**
 * Compiles the shipped rule set and writes {@code <sha256 of the model>.kjar}. Skipped while the kjar there was made
 * from the same rules by the same Drools.
 *
 * <p>Argument: the folder to write to.
 */
class CompileShippedRules {

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        SealedModel sealed = ShippedRuleSets.nationalDefault();
        Path kjar = folder.resolve(sealed.sha256() + ".kjar");
        if (Files.exists(kjar) && source(kjar).equals(Kjar.sourceOf(Drl.of(sealed.model())))) {
            IO.println("The shipped rules are compiled already.");
            return;
        }
        try (var old = Files.newDirectoryStream(folder, "*.kjar")) {
            for (Path each : old) {
                Files.delete(each);
            }
        }
        Files.write(kjar, RuleCompiler.compile(sealed).bytes());
    }

    private static String source(Path kjar) throws IOException {
        try (InputStream bytes = Files.newInputStream(kjar)) {
            return Kjar.read(bytes).source();
        }
    }
}
