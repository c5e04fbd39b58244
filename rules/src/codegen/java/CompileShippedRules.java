import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.cotmoc.rules.drools.Kjar;
import vn.cotmoc.rules.drools.RuleCompiler;
import vn.cotmoc.rules.rulesets.SealedModel;
import vn.cotmoc.rules.rulesets.ShippedRuleSets;
import vn.cotmoc.rules.sandbox.Drl;

/**
 * Compiles the shipped rule sets and writes {@code <sha256 of the model>.kjar} of each. One is skipped while the kjar there was made
 * from the same rules by the same Drools.
 *
 * <p>Argument: the folder to write to.
 */
class CompileShippedRules {

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        List<SealedModel> models = ShippedRuleSets.models();
        Set<String> wanted = models.stream().map(CompileShippedRules::name).collect(Collectors.toSet());
        try (var old = Files.newDirectoryStream(folder, "*.kjar")) {
            for (Path each : old) {
                if (!wanted.contains(each.getFileName().toString())) {
                    Files.delete(each);
                }
            }
        }
        for (SealedModel sealed : models) {
            Path kjar = folder.resolve(name(sealed));
            if (!Files.exists(kjar) || !source(kjar).equals(Kjar.sourceOf(Drl.of(sealed.model())))) {
                Files.write(kjar, RuleCompiler.compile(sealed).bytes());
            }
        }
    }

    private static String name(SealedModel sealed) {
        return sealed.sha256() + ".kjar";
    }

    private static String source(Path kjar) throws IOException {
        try (InputStream bytes = Files.newInputStream(kjar)) {
            return Kjar.read(bytes).source();
        }
    }
}
