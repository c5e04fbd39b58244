package vn.cotmoc.rules.attacks;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.drools.model.Model;
import vn.cotmoc.core.scoring.Phase;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.rules.Targets;
import vn.cotmoc.rules.drools.Unfenced;

/**
 * A process that nothing protects. It compiles attacks with Drools as it comes and keeps the classes, or it runs kept classes and says
 * what came of each; its working folder is one of its own. {@link Victims} starts it, and starts it again when an attack ended it.
 */
final class Victim {

    /** An attack that takes longer than this hangs. */
    private static final long PATIENCE = 2_000_000_000L;

    /** Of its own time; many hang side by side, on few cores. */
    private static final long BUSY = 500_000_000L;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final List<TargetFacts> MANY = Targets.every(new Random(1));
    private static final List<TargetFacts> ONE = MANY.stream()
            .filter(target -> target.phase() == Phase.ENDED)
            .limit(1)
            .toList();

    private Victim() {}

    /** @param arguments {@code compile} or {@code run}, the folder of classes, the attacks' ids */
    public static void main(String[] arguments) throws IOException {
        PrintStream says = System.out;
        System.setOut(System.err);
        Path folder = Path.of(arguments[1]);
        List<String> ids = List.of(arguments).subList(2, arguments.length);
        List<Attack> attacks = DrlAttacks.all()
                .filter(attack -> ids.contains(attack.id()))
                .sorted(Comparator.comparing(Victim::isSaidToHang))
                .toList();
        if (arguments[0].equals("compile")) {
            for (Attack attack : attacks) {
                says.println(attack + " " + compile(attack, folder));
            }
        } else {
            run(attacks, folder, says);
        }
        says.flush();
        Runtime.getRuntime().halt(0);
    }

    private static String compile(Attack attack, Path folder) throws IOException {
        try {
            Map<String, byte[]> classes = Unfenced.compile(attack.id(), DrlAttacks.drl(attack));
            try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(folder.resolve(attack.id())))) {
                for (Map.Entry<String, byte[]> one : classes.entrySet()) {
                    out.writeUTF(one.getKey());
                    out.writeInt(one.getValue().length);
                    out.write(one.getValue());
                }
            }
            return "compiled";
        } catch (RuntimeException | LinkageError | StackOverflowError refused) {
            return "refused " + words(refused);
        }
    }

    /** The classes that another victim compiled of the attack. */
    static Map<String, byte[]> classes(Path folder, String id) throws IOException {
        Map<String, byte[]> classes = new TreeMap<>();
        try (DataInputStream in = new DataInputStream(Files.newInputStream(folder.resolve(id)))) {
            while (in.available() > 0) {
                String name = in.readUTF();
                classes.put(name, in.readNBytes(in.readInt()));
            }
        }
        return classes;
    }

    /** One after the other; those that do not end within their time go on while the others run, and are looked at again. */
    private static void run(List<Attack> attacks, Path folder, PrintStream says) throws IOException {
        List<Trial> hanging = new ArrayList<>();
        for (Attack attack : attacks) {
            says.println(attack + " begins");
            Trial trial = new Trial(attack, classes(folder, attack.id()), says);
            trial.start();
            trial.await(one -> isSaidToHang(attack));
            if (trial.isAlive()) {
                hanging.add(trial);
            } else {
                says.println(trial.outcome());
            }
        }
        hanging.forEach(trial -> trial.await(one -> false));
        hanging.forEach(trial -> says.println(trial.outcome()));
    }

    private static boolean isSaidToHang(Attack attack) {
        return attack.find("alone").orElse("").equals("hangs");
    }

    private static String words(Throwable thrown) {
        return thrown.toString().lines().findFirst().orElse("");
    }

    /** An attack on its way. */
    private static final class Trial extends Thread {

        private final Attack attack;
        private final Map<String, byte[]> classes;
        private final PrintStream says;
        private final long begun = System.nanoTime();
        private volatile String noted = "nothing";

        Trial(Attack attack, Map<String, byte[]> classes, PrintStream says) {
            super("attack " + attack);
            this.attack = attack;
            this.classes = classes;
            this.says = says;
            setDaemon(true);
            System.clearProperty("canary");
        }

        @Override
        public void run() {
            try {
                Model model = Unfenced.model(classes);
                says.println(attack + (Unfenced.isFlat(model, 1) ? " flat" : " not-flat"));
                BitSet rows = Unfenced.run(model, attack.find("facts").isPresent() ? MANY : ONE);
                rows.clear(1);
                if (!rows.isEmpty()) {
                    noted = "runs";
                }
            } catch (OutOfMemoryError | StackOverflowError exhausted) {
                noted = "exhausts";
            } catch (Throwable thrown) {
                noted = "nothing " + words(thrown);
            }
        }

        /** Until it ends, or hangs by all signs, or need not be waited for. */
        void await(Predicate<Trial> enough) {
            while (isAlive() && !hangs() && !enough.test(this)) {
                pause();
            }
            // What it left to others takes a moment.
            boolean marked = marked();
            for (int i = 0;
                    i < 10
                            && !marked
                            && !isAlive()
                            && attack.find("alone").orElse("").equals("runs");
                    i++) {
                pause();
                marked = marked();
            }
            noted = marked ? "runs" : noted;
        }

        private boolean hangs() {
            boolean waits = getState() != State.RUNNABLE;
            return System.nanoTime() - begun > PATIENCE && (waits || THREADS.getThreadCpuTime(threadId()) > BUSY);
        }

        private static boolean marked() {
            try {
                return System.getProperty("canary") != null | Files.deleteIfExists(Path.of("canary"));
            } catch (IOException unreadable) {
                return false;
            }
        }

        private static void pause() {
            try {
                Thread.sleep(20);
            } catch (InterruptedException woken) {
                Thread.currentThread().interrupt();
            }
        }

        String outcome() {
            return attack + " " + (isAlive() ? "hangs" : noted);
        }
    }
}
