package vn.cotmoc.rules.attacks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What came of the attacks where nothing protects; tried once, by two processes at a time, for all tests. */
final class Victims {

    /**
     * What came of one attack without fences.
     *
     * @param alone {@code refused} by Drools itself, or what it did: {@code runs}, {@code hangs}, {@code ends} the process,
     *     {@code exhausts} memory or stack, {@code nothing}
     * @param why what was said of it
     * @param classes what Drools made of it; empty if it refused
     * @param flat whether the network that they describe is one that the house builds
     */
    record Outcome(String alone, String why, Map<String, byte[]> classes, boolean flat) {}

    private static final int AT_A_TIME = 2;
    private static final int SECONDS = 120;

    /** In a class of its own, whose beginning the threads that try do not wait for. */
    private static final class Tried {

        static final Map<String, Outcome> OUTCOMES = new Victims().outcomes();
    }

    private final Path folder;
    private final Map<String, String> compiled = new ConcurrentHashMap<>();
    private final Map<String, String> ran = new ConcurrentHashMap<>();
    private final Set<String> flat = ConcurrentHashMap.newKeySet();

    private Victims() {
        try {
            folder = Files.createTempDirectory("attacks");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static Outcome of(Attack attack) {
        return Optional.ofNullable(Tried.OUTCOMES.get(attack.id()))
                .orElseThrow(() -> new IllegalStateException("Nobody tried %s.".formatted(attack)));
    }

    private Map<String, Outcome> outcomes() {
        List<String> tried = DrlAttacks.all()
                .filter(attack -> !attack.find("alone").orElse("").equals("not tried"))
                .map(Attack::id)
                .toList();
        share(tried, this::compiled);
        List<Attack> working = DrlAttacks.all()
                .filter(attack -> compiled.getOrDefault(attack.id(), "").equals("compiled"))
                .toList();
        share(ids(working, alone -> !alone.equals("exhausts")), this::ran);
        share(ids(working, alone -> alone.equals("exhausts")), this::exhausted);
        Map<String, Outcome> outcomes = new HashMap<>();
        tried.forEach(id -> outcomes.put(id, outcome(id)));
        return outcomes;
    }

    private static List<String> ids(List<Attack> attacks, Predicate<String> alone) {
        return attacks.stream()
                .filter(attack -> alone.test(attack.find("alone").orElse("")))
                .map(Attack::id)
                .toList();
    }

    private Outcome outcome(String id) {
        String said = compiled.getOrDefault(id, "refused with the process");
        if (!said.equals("compiled")) {
            return new Outcome("refused", said, Map.of(), false);
        }
        try {
            String[] words = ran.getOrDefault(id, "ends").split(" ", 2);
            return new Outcome(
                    words[0], words.length > 1 ? words[1] : "", Victim.classes(folder, id), flat.contains(id));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private interface Work {
        void on(List<String> ids) throws IOException, InterruptedException;
    }

    private void share(List<String> ids, Work work) {
        List<Thread> threads = IntStream.range(0, AT_A_TIME)
                .mapToObj(part -> Thread.startVirtualThread(() -> {
                    try {
                        work.on(IntStream.range(0, ids.size())
                                .filter(i -> i % AT_A_TIME == part)
                                .mapToObj(ids::get)
                                .toList());
                    } catch (IOException | InterruptedException failed) {
                        throw new IllegalStateException(failed);
                    }
                }))
                .toList();
        try {
            for (Thread one : threads) {
                one.join();
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void compiled(List<String> ids) throws IOException, InterruptedException {
        for (String line : lines("compile", ids)) {
            String[] words = line.split(" ", 2);
            compiled.put(words[0], words[1]);
        }
    }

    /** Some end the process: what was not yet tried is tried by another. */
    private void ran(List<String> ids) throws IOException, InterruptedException {
        List<String> left = new ArrayList<>(ids);
        while (!left.isEmpty()) {
            List<String> begun = new ArrayList<>();
            for (String line : lines("run", left)) {
                String[] words = line.split(" ", 2);
                switch (words[1]) {
                    case "begins" -> begun.add(words[0]);
                    case "flat" -> flat.add(words[0]);
                    case "not-flat" -> {}
                    default -> {
                        ran.put(words[0], words[1]);
                        begun.remove(words[0]);
                    }
                }
            }
            left.removeAll(ran.keySet());
            if (!begun.isEmpty()) {
                String last = begun.getLast();
                ran.put(last, "ends");
                left.remove(last);
            }
        }
    }

    /** Each in a process of its own: what takes all memory would take the others' too. */
    private void exhausted(List<String> ids) throws IOException, InterruptedException {
        for (String id : ids) {
            ran(List.of(id));
            ran.computeIfPresent(id, (same, said) -> said.equals("ends") ? "exhausts" : said);
        }
    }

    private List<String> lines(String what, List<String> ids) throws IOException, InterruptedException {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx%dm".formatted(what.equals("run") && ids.size() == 1 ? 64 : 400),
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=Asia/Ho_Chi_Minh",
                "-cp",
                absolute(System.getProperty("java.class.path")),
                Victim.class.getName(),
                what,
                folder.toString()));
        command.addAll(ids);
        Process process = new ProcessBuilder(command)
                .directory(Files.createTempDirectory(folder, "victim").toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Thread.startVirtualThread(() -> {
            try {
                if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException interrupted) {
                process.destroyForcibly();
            }
        });
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            return lines.lines().toList();
        }
    }

    /** The victim works in another folder. */
    private static String absolute(String classPath) {
        return List.of(classPath.split(File.pathSeparator)).stream()
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
