package vn.cotmoc.rules.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.ConstantDynamicEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Collection;
import java.util.HashSet;
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

    /** Begins the lines of members that may be used while rules are asked, too. */
    private static final String WHILE_ASKED = "asked ";

    private static final String CONCATENATION = "java/lang/invoke/StringConcatFactory.makeConcatWithConstants:"
            + "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
            + "Ljava/lang/String;[Ljava/lang/Object;)Ljava/lang/invoke/CallSite;";

    private static final Pattern TYPE = Pattern.compile("L([^;]+);");

    private static final Set<String> CLASSES = new HashSet<>();
    private static final Set<String> MEMBERS = new HashSet<>();
    private static final Set<String> ASKED = new HashSet<>();

    static {
        read();
        asked(Drl.MATCHES.replace('.', '/') + ".add:(" + TargetFacts.class.descriptorString() + "I)V");
        String facts = TargetFacts.class.getName().replace('.', '/');
        for (Fact fact : Fact.values()) {
            String type = fact.type().descriptorString();
            asked(facts + "." + fact.component() + ":"
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

    /** @param member as {@code allowed.txt} spells it; while rules are asked, not only while their network is built */
    static boolean permitsWhileAsked(String member) {
        return ASKED.contains(member);
    }

    /** @throws LinkageError if one of the classes names anything that is neither their own nor allowed */
    static void check(Collection<ClassModel> classes) {
        Set<String> classNames = new HashSet<>(CLASSES);
        Set<String> members = new HashSet<>(MEMBERS);
        classes.forEach(own -> {
            String name = own.thisClass().asInternalName();
            classNames.add(name);
            own.fields().forEach(field -> members.add(spell(name, field.fieldName(), field.fieldType())));
            own.methods().forEach(method -> members.add(spell(name, method.methodName(), method.methodType())));
        });
        classes.forEach(own -> own.constantPool().forEach(entry -> {
            String who = own.thisClass().asInternalName();
            switch (entry) {
                case ClassEntry named -> require(classNames.contains(element(named)), who, named.asInternalName());
                case MemberRefEntry named -> require(members.contains(spell(named)), who, spell(named));
                // What is called through a handle is called unseen.
                case MethodHandleEntry handle ->
                    require(
                            spell(handle.reference()).equals(CONCATENATION),
                            who,
                            "the handle of " + spell(handle.reference()));
                case MethodTypeEntry type -> require(false, who, "the method type " + type.descriptor());
                case ConstantDynamicEntry constant -> require(false, who, "the computed constant " + constant.name());
                // Other constants do nothing by themselves: what a descriptor names is loaded through the loader.
                default -> {}
            }
        }));
    }

    private static void require(boolean holds, String who, String what) {
        if (!holds) {
            throw new NoClassDefFoundError("%s may not use %s.".formatted(who, what));
        }
    }

    private static String spell(MemberRefEntry named) {
        return spell(named.owner().asInternalName(), named.name(), named.type());
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

    private static void asked(String member) {
        member(member);
        ASKED.add(member);
    }

    private static void read() {
        try (InputStream file = AllowList.class.getResourceAsStream("allowed.txt")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
            Set<String> lines = text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toSet());
            for (String line : lines) {
                if (line.startsWith(WHILE_ASKED)) {
                    asked(line.substring(WHILE_ASKED.length()));
                } else if (line.contains(":")) {
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
