package vn.cotmoc.rules.drools;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import vn.cotmoc.core.scoring.ScoringEngine.EngineFailure;
import vn.cotmoc.rules.rulesets.SealedModel;
import vn.cotmoc.rules.sandbox.Drl;
import vn.cotmoc.rules.sandbox.DrlGuard;

/**
 * Compiles a model: emit, guard, build. Seconds in a cold JVM and a hundred thousand lines of compiler to load, so it
 * runs when a rule set is published (the shipped one: in the build), hardly ever while scoring.
 */
public final class RuleCompiler {

    private static final String MODEL_CLASS = "Rules[0-9A-F]{32}";

    // Above ten rules Drools builds them at once, and which of two rules names the test that both have is then a race.
    static {
        System.setProperty("drools.parallelRulesBuildThreshold", "-1");
    }

    private RuleCompiler() {}

    /** @throws EngineFailure if it does not compile */
    public static Kjar compile(SealedModel sealed) {
        Drl drl = Drl.of(sealed.model());
        DrlGuard.admit(drl.text());
        Map<String, byte[]> classes = build(drl.text());
        return new Kjar(sealed.sha256(), Kjar.sourceOf(drl), modelClass(classes.keySet()), classes);
    }

    static String modelClass(Set<String> classes) {
        List<String> models = classes.stream()
                .filter(name -> name.substring(name.lastIndexOf('.') + 1).matches(MODEL_CLASS))
                .toList();
        if (models.size() != 1) {
            throw new EngineFailure(
                    "Drools compiled the rules into %s; exactly one of them must be the model.".formatted(classes));
        }
        return models.getFirst();
    }

    /** Compiles whatever it is given: let the guard read it first. */
    static synchronized Map<String, byte[]> build(String drl) {
        KieServices services = KieServices.get();
        // A shared release id is a shared module, across provinces too; and Drools writes the id into the classes. So
        // the id
        // is the text's hash: other rules have another, the same rules the same bytes. One build at a time keeps the
        // compiler's memory that of one, and two builds of the same rules apart.
        ReleaseId own = services.newReleaseId(Drl.PACKAGE, SealedModel.sha256(drl.getBytes(UTF_8)), "1");
        try {
            KieFileSystem files = services.newKieFileSystem()
                    .generateAndWritePomXML(own)
                    .write(
                            "src/main/resources/%s/rules.drl".formatted(Drl.PACKAGE.replace('.', '/')),
                            drl.getBytes(UTF_8));
            KieBuilder builder = services.newKieBuilder(files, RuleCompiler.class.getClassLoader())
                    .buildAll(ExecutableModelProject.class);
            List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
            if (!errors.isEmpty()) {
                throw new EngineFailure("The emitted rules do not compile: %s".formatted(errors));
            }
            return emitted((InternalKieModule) builder.getKieModule());
        } finally {
            services.getRepository().removeKieModule(own);
        }
    }

    private static Map<String, byte[]> emitted(InternalKieModule module) {
        Map<String, byte[]> classes = new TreeMap<>();
        for (String file : module.getFileNames()) {
            if (file.startsWith(Drl.PACKAGE.replace('.', '/') + "/") && file.endsWith(".class")) {
                classes.put(
                        file.substring(0, file.length() - ".class".length()).replace('/', '.'), module.getBytes(file));
            }
        }
        return classes;
    }
}
