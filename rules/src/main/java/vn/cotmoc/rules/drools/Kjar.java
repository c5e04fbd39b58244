package vn.cotmoc.rules.drools;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
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
    private static final Set<Attributes.Name> ATTRIBUTES =
            Set.of(Attributes.Name.MANIFEST_VERSION, SHA256, SOURCE, MODEL_CLASS);

    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final Pattern CLASS =
            Pattern.compile("(" + Drl.PACKAGE.replace('.', '/') + "/(?:\\w+/)?[\\w$]+)\\.class");

    /** Unpacked; 250 rules that each ask ten facts in their own way take a half of either. */
    private static final int MOST_BYTES = 24 << 20;

    private static final int MOST_CLASSES = 6_000;

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
            jar.putNextEntry(entry(MANIFEST));
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

    /** @throws IOException if this is no kjar of ours: another entry, an entry twice, another attribute, more than ours can hold */
    public static Kjar read(InputStream bytes) throws IOException {
        try (ZipInputStream jar = new ZipInputStream(bytes)) {
            Manifest manifest = null;
            Map<String, byte[]> classes = new TreeMap<>();
            int left = MOST_BYTES;
            for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                byte[] content = jar.readNBytes(left + 1);
                left -= content.length;
                Matcher named = CLASS.matcher(entry.getName());
                if (left < 0 || classes.size() > MOST_CLASSES) {
                    throw new IOException(
                            "The kjar holds more than %d bytes or %d classes.".formatted(MOST_BYTES, MOST_CLASSES));
                } else if (entry.getName().equals(MANIFEST) && manifest == null) {
                    manifest = new Manifest(new ByteArrayInputStream(content));
                } else if (!named.matches() || classes.put(named.group(1).replace('/', '.'), content) != null) {
                    throw new IOException("The kjar holds %s, which is no class of rules, or twice there."
                            .formatted(entry.getName()));
                }
            }
            if (manifest == null
                    || !manifest.getEntries().isEmpty()
                    || !manifest.getMainAttributes().keySet().equals(ATTRIBUTES)) {
                throw new IOException("The kjar's manifest must say %s and nothing else.".formatted(ATTRIBUTES));
            }
            return new Kjar(
                    attribute(manifest, SHA256),
                    attribute(manifest, SOURCE),
                    attribute(manifest, MODEL_CLASS),
                    classes);
        }
    }

    private static String attribute(Manifest manifest, Attributes.Name name) {
        return manifest.getMainAttributes().getValue(name);
    }
}
