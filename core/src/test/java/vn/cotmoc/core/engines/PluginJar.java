package vn.cotmoc.core.engines;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import vn.cotmoc.core.scoring.ScoringEngine;

/** Writes plugins for tests: compiled here, but on no class path. */
final class PluginJar {

    /** An engine that answers every target with {@code verdict(target)}; the name and the members are open. */
    private static final String ENGINE = """
            package plugin;
            import java.util.*;
            import vn.cotmoc.core.scoring.*;
            public class %s implements ScoringEngine {
                public Identity identity() { return new Identity("%s", "1"); }
                public List<Verdict> score(RuleSet rules, List<TargetFacts> facts) { return facts.stream().map(this::verdict).toList(); }
                %s
            }
            """;

    private PluginJar() {}

    /** @param members among them {@code Verdict verdict(TargetFacts)} */
    static Path engine(Path folder, String name, String members) throws IOException {
        return write(folder.resolve(name + ".jar"), "Engine", ENGINE.formatted("Engine", name, members));
    }

    /** @param source of the public class {@code plugin.<name>}, which the jar names as an engine */
    static Path write(Path jar, String name, String source) throws IOException {
        Path classes = Files.createTempDirectory(jar.getParent(), "classes");
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///plugin/" + name + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        boolean compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, List.of("-proc:none", "-d", classes.toString()), null, List.of(file))
                .call();
        if (!compiled) {
            throw new IllegalArgumentException("This does not compile: " + source);
        }
        return zip(jar, classes, Map.of("META-INF/services/" + ScoringEngine.class.getName(), "plugin." + name));
    }

    private static Path zip(Path jar, Path classes, Map<String, String> texts) throws IOException {
        try (JarOutputStream zip = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                zip.write(Files.readAllBytes(file));
            }
            for (Map.Entry<String, String> text : texts.entrySet()) {
                zip.putNextEntry(new JarEntry(text.getKey()));
                zip.write(text.getValue().getBytes());
            }
        }
        return jar;
    }
}
