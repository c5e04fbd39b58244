package vn.cotmoc.rules.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.rules.decisiontables.Fact;

/**
 * What the classes compiled from rules may name: each class and each member by its exact name and descriptor. The
 * members that every rule needs stand in {@code allowed.txt}; those of the facts come from the facts themselves.
 */
final class AllowList {

    private static final String OWN = Drl.PACKAGE.replace('.', '/') + "/";

    private static final Pattern TYPE = Pattern.compile("L([^;]+);");

    private static final Set<String> CLASSES = new HashSet<>();
    private static final Set<String> MEMBERS = new HashSet<>();

    static {
        read();
        member(Drl.MATCHES.replace('.', '/') + ".add:(" + TargetFacts.class.descriptorString() + "I)V");
        String facts = TargetFacts.class.getName().replace('.', '/');
        for (Fact fact : Fact.values()) {
            String type = fact.type().descriptorString();
            member(facts + "." + fact.component() + ":"
                    + MethodTypeDesc.of(ClassDesc.ofDescriptor(type)).descriptorString());
            for (Coded word : fact.words()) {
                member(fact.type().getName().replace('.', '/') + "." + word.name() + ":" + type);
            }
        }
    }

    private AllowList() {}

    /** @param name a class's binary name, e.g. {@code java.lang.String} */
    static boolean permits(String name) {
        return CLASSES.contains(name.replace('.', '/'));
    }

    /**
     * @param classes by binary name
     * @throws LinkageError if one is not the named one, or names anything that is neither its own nor allowed
     */
    static void check(Map<String, byte[]> classes) {
        Map<String, ClassModel> parsed = classes.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> parse(each.getKey(), each.getValue())));
        Set<String> classNames = new HashSet<>(CLASSES);
        Set<String> members = new HashSet<>(MEMBERS);
        parsed.values().forEach(own -> {
            String name = own.thisClass().asInternalName();
            classNames.add(name);
            own.fields().forEach(field -> members.add(spell(name, field.fieldName(), field.fieldType())));
            own.methods().forEach(method -> members.add(spell(name, method.methodName(), method.methodType())));
        });
        parsed.forEach((name, own) -> own.constantPool().forEach(entry -> {
            // Other constants do nothing by themselves: what a descriptor names is loaded through the loader.
            if (entry instanceof ClassEntry named && !classNames.contains(element(named))) {
                throw new NoClassDefFoundError("%s may not name the class %s.".formatted(name, named.asInternalName()));
            }
            if (entry instanceof MemberRefEntry named) {
                String member = spell(named.owner().asInternalName(), named.name(), named.type());
                if (!members.contains(member)) {
                    throw new NoClassDefFoundError("%s may not use %s.".formatted(name, member));
                }
            }
        }));
    }

    private static ClassModel parse(String name, byte[] bytes) {
        try {
            ClassModel parsed = ClassFile.of().parse(bytes);
            String internal = parsed.thisClass().asInternalName();
            if (!internal.startsWith(OWN) || !internal.equals(name.replace('.', '/'))) {
                throw new NoClassDefFoundError("Rules may not bring the class %s.".formatted(internal));
            }
            return parsed;
        } catch (IllegalArgumentException broken) {
            throw new ClassFormatError("%s is no class: %s".formatted(name, broken.getMessage()));
        }
    }

    /** As {@code allowed.txt} spells members, e.g. {@code java/util/List.size:()I}. */
    private static String spell(String owner, Utf8Entry name, Utf8Entry type) {
        return owner + "." + name.stringValue() + ":" + type.stringValue();
    }

    /** The class, or what an array of it holds. */
    private static String element(ClassEntry named) {
        String internal = named.asInternalName();
        String array = internal.replaceFirst("^\\[+", "");
        return internal.equals(array) ? internal : array.substring(1).replaceFirst(";$", "");
    }

    /** A member brings its owner and the types of its descriptor: to link it, they must be seen. */
    private static void member(String member) {
        int colon = member.indexOf(':');
        MEMBERS.add(member);
        CLASSES.add(member.substring(0, member.lastIndexOf('.', colon)));
        TYPE.matcher(member.substring(colon + 1)).results().forEach(type -> CLASSES.add(type.group(1)));
    }

    private static void read() {
        try (InputStream file = AllowList.class.getResourceAsStream("allowed.txt")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
            Set<String> lines = text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toSet());
            for (String line : lines) {
                if (line.contains(":")) {
                    member(line);
                } else {
                    CLASSES.add(line);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
