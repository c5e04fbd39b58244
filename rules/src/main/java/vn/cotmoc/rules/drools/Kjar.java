package vn.cotmoc.rules.drools;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.drools.base.util.Drools;
import vn.cotmoc.rules.rulesets.SealedModel;
import vn.cotmoc.rules.sandbox.Drl;

/**
 * A compiled rule set: a jar of its classes, and in its manifest what they were made from. The same rules give the same
 * bytes.
 *
 * @param sha256 of the model
 * @param source what it was compiled from, see {@link #sourceOf}
 * @param modelClass the binary name of the class that lists the rules
 * @param classes by binary name
 */
public record Kjar(String sha256, String source, String modelClass, Map<String, byte[]> classes) {

    private static final Attributes.Name SHA256 = new Attributes.Name("Rules-Model");
    private static final Attributes.Name SOURCE = new Attributes.Name("Rules-Source");
    private static final Attributes.Name MODEL_CLASS = new Attributes.Name("Rules-Class");
    private static final LocalDateTime BEGINNING = LocalDateTime.of(1980, 1, 1, 0, 0);

    public Kjar {
        classes = Map.copyOf(classes);
    }

    /**
     * The hash of the rules' text, of Drools' version and of how it built them: what a kjar must match to be used instead
     * of a compilation.
     */
    public static String sourceOf(Drl drl) {
        return SealedModel.sha256((Drools.getFullVersion() + ", a rule at a time\n" + drl.text()).getBytes(UTF_8));
    }

    public byte[] bytes() {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(SHA256, sha256);
        attributes.put(SOURCE, source);
        attributes.put(MODEL_CLASS, modelClass);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            jar.putNextEntry(entry("META-INF/MANIFEST.MF"));
            manifest.write(jar);
            for (var named : new TreeMap<>(classes).entrySet()) {
                jar.putNextEntry(entry(named.getKey().replace('.', '/') + ".class"));
                jar.write(named.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static JarEntry entry(String name) {
        JarEntry entry = new JarEntry(name);
        entry.setTimeLocal(BEGINNING);
        return entry;
    }

    /** @throws IOException if this is no kjar of ours */
    public static Kjar read(InputStream bytes) throws IOException {
        try (JarInputStream jar = new JarInputStream(bytes)) {
            Manifest manifest = jar.getManifest();
            if (manifest == null) {
                throw new IOException("The kjar has no manifest.");
            }
            Map<String, byte[]> classes = new TreeMap<>();
            for (JarEntry entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
                classes.put(entry.getName().replaceFirst("\\.class$", "").replace('/', '.'), jar.readAllBytes());
            }
            return new Kjar(
                    attribute(manifest, SHA256),
                    attribute(manifest, SOURCE),
                    attribute(manifest, MODEL_CLASS),
                    classes);
        }
    }

    private static String attribute(Manifest manifest, Attributes.Name name) throws IOException {
        String value = manifest.getMainAttributes().getValue(name);
        if (value == null) {
            throw new IOException("The kjar's manifest lacks %s.".formatted(name));
        }
        return value;
    }
}
