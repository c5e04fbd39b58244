package vn.cotmoc.rules.attacks;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.instruction.DiscontinuedInstruction.JsrInstruction;
import java.lang.classfile.instruction.DiscontinuedInstruction.RetInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Classes of attacks: compiled from Java, or written byte by byte where no compiler would. */
final class Forged {

    private static final String NAME = "vn.cotmoc.emitted.Own";
    private static final ClassDesc OWN = ClassDesc.of(NAME);
    private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);

    private Forged() {}

    private static final Map<Attack, Map<String, byte[]>> MADE = new ConcurrentHashMap<>();

    /** By binary name. */
    static Map<String, byte[]> classes(Attack attack) {
        return MADE.computeIfAbsent(attack, Forged::make);
    }

    private static Map<String, byte[]> make(Attack attack) {
        return attack.find("java")
                .map(java -> compile(
                        "package %s; %s".formatted(attack.find("package").orElse("vn.cotmoc.emitted"), java)))
                .orElseGet(() -> write(attack.say("forged")));
    }

    private static Map<String, byte[]> write(String what) {
        return switch (what) {
            case "false-name" -> Map.of("vn.cotmoc.emitted.Other", own(type -> {}));
            case "java-string" -> Map.of("java.lang.String", ClassFile.of().build(ConstantDescs.CD_String, type -> {}));
            case "no-class" -> Map.of(NAME, new byte[] {1, 2, 3});
            case "cut-off" -> {
                byte[] whole = own(type -> {});
                yield Map.of(NAME, Arrays.copyOf(whole, whole.length / 2));
            }
            case "preview" ->
                Map.of(NAME, own(type -> type.withVersion(ClassFile.JAVA_25_VERSION, ClassFile.PREVIEW_MINOR_VERSION)));
            case "computed-constant" ->
                Map.of(
                        NAME,
                        own(body(
                                "test",
                                code -> code.ldc(DynamicConstantDesc.of(ConstantDescs.BSM_ENUM_CONSTANT))
                                        .pop()
                                        .return_())));
            case "own-bootstrap" -> Map.of(NAME, own(body("test", Forged::ownBootstrap)));
            case "handler" -> Map.of(NAME, own(body("test", Forged::throwsForEver)));
            case "subroutine" -> Map.of(NAME, subroutine());
            case "many-steps" -> Map.of(NAME, own(Forged::manySteps));
            case "deep-calls" -> Map.of(NAME, own(Forged::deepCalls));
            default -> throw new IllegalArgumentException("Nobody forges %s.".formatted(what));
        };
    }

    private static byte[] own(Consumer<ClassBuilder> content) {
        return ClassFile.of().build(OWN, content);
    }

    private static Consumer<ClassBuilder> body(String method, Consumer<CodeBuilder> code) {
        return type -> type.withMethodBody(method, NOTHING, ClassFile.ACC_STATIC, code);
    }

    private static void ownBootstrap(CodeBuilder code) {
        MethodTypeDesc bootstrap = MethodTypeDesc.of(
                ConstantDescs.CD_CallSite,
                ConstantDescs.CD_MethodHandles_Lookup,
                ConstantDescs.CD_String,
                ConstantDescs.CD_MethodType);
        DirectMethodHandleDesc handle =
                MethodHandleDesc.ofMethod(DirectMethodHandleDesc.Kind.STATIC, OWN, "valueOf", bootstrap);
        code.invokedynamic(DynamicCallSiteDesc.of(handle, "test", NOTHING)).return_();
    }

    /** The handler begins where its range does, so an exception is all the jump it needs. */
    private static void throwsForEver(CodeBuilder code) {
        code.aconst_null();
        var start = code.newBoundLabel();
        code.athrow();
        var end = code.newBoundLabel();
        code.exceptionCatchAll(start, end, start);
    }

    /** The generator makes maps of stack frames, which {@code jsr} cannot have: an old class goes without. */
    private static byte[] subroutine() {
        return ClassFile.of(ClassFile.StackMapsOption.DROP_STACK_MAPS).build(OWN, type -> {
            type.withVersion(ClassFile.JAVA_5_VERSION, 0);
            type.withMethodBody("test", NOTHING, ClassFile.ACC_STATIC, code -> {
                var routine = code.newLabel();
                code.with(JsrInstruction.of(routine));
                code.return_();
                code.labelBinding(routine);
                code.astore(0);
                code.with(RetInstruction.of(0));
            });
        });
    }

    private static void manySteps(ClassBuilder type) {
        for (int method = 0; method < 40; method++) {
            int next = method + 1;
            type.withMethodBody("rule_" + method, NOTHING, ClassFile.ACC_STATIC, code -> {
                for (int step = 0; step < 15_000; step++) {
                    code.iconst_0().pop();
                }
                if (next < 40) {
                    code.invokestatic(OWN, "rule_" + next, NOTHING);
                }
                code.return_();
            });
        }
    }

    private static void deepCalls(ClassBuilder type) {
        for (int method = 0; method < 100; method++) {
            int next = method + 1;
            type.withMethodBody("rule_" + method, NOTHING, ClassFile.ACC_STATIC, code -> {
                if (next < 100) {
                    code.invokestatic(OWN, "rule_" + next, NOTHING);
                }
                code.return_();
            });
        }
    }

    private static Map<String, byte[]> compile(String java) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, ByteArrayOutputStream> written = new TreeMap<>();
        JavaFileManager files = new ForwardingJavaFileManager<>(compiler.getStandardFileManager(null, null, null)) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
                return new SimpleJavaFileObject(URI.create("class:///" + name.replace('$', '-')), kind) {
                    @Override
                    public OutputStream openOutputStream() {
                        return written.computeIfAbsent(name, first -> new ByteArrayOutputStream());
                    }
                };
            }
        };
        JavaFileObject source = new SimpleJavaFileObject(URI.create("java:///Own.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return java;
            }
        };
        List<String> options =
                List.of("-proc:none", "-nowarn", "-g:none", "-classpath", System.getProperty("java.class.path"));
        if (!compiler.getTask(null, files, problem -> {}, options, null, List.of(source))
                .call()) {
            throw new IllegalStateException("This attack is no Java: " + java);
        }
        Map<String, byte[]> classes = new TreeMap<>();
        written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
        return classes;
    }
}
