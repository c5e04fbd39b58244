package vn.cotmoc.rules.drools;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.Model;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.conf.KieBaseOption;
import org.kie.api.runtime.StatelessKieSession;
import vn.cotmoc.core.scoring.TargetFacts;

/** Drools as it comes, with no fence around it: what attacks are tried on to see that they are some. */
public final class Unfenced {

    /** Where Drools lists a project's rule sets; nobody asks for it who has the one rule set. */
    private static final String OF_THE_PROJECT = "org/drools/project/";

    private Unfenced() {}

    /** Drools' own compiler refused the text. */
    public static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        Refused(String reason) {
            super(reason);
        }
    }

    /** All classes that Drools makes of any text, by binary name. */
    public static Map<String, byte[]> compile(String id, String drl) {
        KieServices services = KieServices.get();
        ReleaseId own = services.newReleaseId("attack", id, "1");
        try {
            KieFileSystem files = services.newKieFileSystem()
                    .generateAndWritePomXML(own)
                    .write("src/main/resources/vn/cotmoc/emitted/rules.drl", drl.getBytes(UTF_8));
            KieBuilder builder = services.newKieBuilder(files, Unfenced.class.getClassLoader())
                    .buildAll(ExecutableModelProject.class);
            List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
            if (!errors.isEmpty()) {
                throw new Refused(errors.toString());
            }
            InternalKieModule module = (InternalKieModule) builder.getKieModule();
            Map<String, byte[]> classes = new TreeMap<>();
            for (String file : module.getFileNames()) {
                if (file.endsWith(".class") && !file.startsWith(OF_THE_PROJECT)) {
                    classes.put(
                            file.substring(0, file.length() - ".class".length()).replace('/', '.'),
                            module.getBytes(file));
                }
            }
            return classes;
        } finally {
            services.getRepository().removeKieModule(own);
        }
    }

    /** What the classes describe; to know it, they are run. */
    public static Model model(Map<String, byte[]> classes) throws ReflectiveOperationException {
        ClassLoader open = new ClassLoader(Unfenced.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = classes.get(name);
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
        return (Model) open.loadClass(RuleCompiler.modelClass(classes.keySet()))
                .getDeclaredConstructor()
                .newInstance();
    }

    /** The rows noted of any of the facts. */
    public static BitSet run(Model model, List<TargetFacts> facts) {
        KieBase network = KieBaseBuilder.createKieBaseFromModel(model, new KieBaseOption[0]);
        Matches matches = new Matches();
        StatelessKieSession session = network.newStatelessKieSession();
        session.setGlobal("matches", matches);
        session.execute(facts);
        BitSet noted = new BitSet();
        facts.forEach(target -> noted.or(matches.of(target)));
        return noted;
    }

    /** Whether the last fence lets a described network through. */
    public static boolean isFlat(Model model, int rules) {
        try {
            FlatNetwork.check(model, rules);
            return true;
        } catch (LinkageError refused) {
            return false;
        }
    }
}
