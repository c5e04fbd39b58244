package vn.cotmoc.rules.sandbox;

import static java.lang.classfile.Opcode.*;

import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How the code of compiled rules may run: straight through. No way back, no handler of exceptions, no call that comes round, no
 * large array, no method that Drools does not ask for; and while rules are asked, nothing but the facts is touched and a match
 * noted. So every call ends after a number of steps that is known before the first class is defined.
 */
final class StraightCode {

    /** Of one call, with all that it calls; the largest rule set takes a hundredth. */
    private static final int MOST_STEPS = 1_000_000;

    private static final int DEEPEST = 50;
    private static final int LONGEST_ARRAY = 4_096;

    /** All that Drools' compiler writes: no arithmetic, no locks, no wide jumps. */
    private static final Set<Opcode> OPCODES = EnumSet.of(
            ACONST_NULL,
            ICONST_0,
            ICONST_1,
            ICONST_2,
            ICONST_3,
            ICONST_4,
            ICONST_5,
            BIPUSH,
            SIPUSH,
            LDC,
            LDC_W, //
            ALOAD,
            ALOAD_0,
            ALOAD_1,
            ALOAD_2,
            ALOAD_3,
            ILOAD,
            ILOAD_1,
            ILOAD_2,
            ILOAD_3, //
            ASTORE,
            ASTORE_0,
            ASTORE_1,
            ASTORE_2,
            ASTORE_3,
            ISTORE,
            ISTORE_1,
            ISTORE_2,
            ISTORE_3, //
            NEW,
            DUP,
            POP,
            CHECKCAST,
            ANEWARRAY,
            AASTORE,
            ARRAYLENGTH, //
            GETSTATIC,
            PUTSTATIC,
            GETFIELD,
            PUTFIELD, //
            INVOKESPECIAL,
            INVOKEVIRTUAL,
            INVOKESTATIC,
            INVOKEINTERFACE,
            INVOKEDYNAMIC, //
            IFEQ,
            IFNE,
            GOTO,
            LOOKUPSWITCH,
            TABLESWITCH, //
            ARETURN,
            IRETURN,
            RETURN,
            ATHROW);

    private static final List<Opcode> COPYING = List.of(ARRAYLENGTH, DUP, ISTORE_1);

    private static final String MODEL = "org/drools/model/Model";

    private static final Set<String> SUPERCLASSES = Set.of("java/lang/Object", "java/lang/Enum");

    private static final Set<String> INTERFACES = Set.of(
            MODEL,
            "org/drools/model/DomainClassMetadata",
            "org/drools/model/functions/Block2",
            "org/drools/model/functions/HashedExpression",
            "org/drools/model/functions/Predicate1");

    /** Nobody else's: a {@code hashCode} or {@code finalize} would be called behind the rules' back. */
    private static final Pattern METHODS = Pattern.compile("<init>|<clinit>|values|valueOf|rule_[A-Za-z0-9_]+"
            + "|getName|getGlobals|getRules|getRulesList|getQueries|getTypeMetaDatas|getEntryPoints"
            + "|getDomainClass|getPropertiesSize|getPropertyIndex"
            + "|test|execute|predicateInformation|getExpressionHash");

    /** What Drools calls after the network is built, and while it is. */
    private static final Set<String> ASKED = Set.of(
            "getDomainClass",
            "getPropertiesSize",
            "getPropertyIndex",
            "test",
            "execute",
            "predicateInformation",
            "getExpressionHash");

    /** The only one that builds a string, for an error's message. */
    private static final String CONCATENATES = "getPropertyIndex";

    private static final Set<Opcode> KEEPING = EnumSet.of(PUTSTATIC, PUTFIELD);

    /**
     * One method's code.
     *
     * @param steps its instructions
     * @param calls the methods that it calls, as {@code allowed.txt} spells them
     * @param keeps whether it writes a field
     */
    private record Course(int steps, List<String> calls, boolean keeps) {}

    private final Map<String, Course> courses = new HashMap<>();
    private final Map<String, Integer> steps = new HashMap<>();
    private final Set<String> running = new HashSet<>();

    private StraightCode() {}

    /**
     * @param classes all that one rule set brings
     * @throws LinkageError if one of them could run in another way
     */
    static void check(Collection<ClassModel> classes) {
        StraightCode code = new StraightCode();
        classes.forEach(code::declare);
        code.courses.keySet().forEach(code::steps);
        code.courses.keySet().stream().filter(StraightCode::asked).forEach(method -> code.touches(method, method));
    }

    private void declare(ClassModel own) {
        String name = own.thisClass().asInternalName();
        String parent = own.superclass().map(ClassEntry::asInternalName).orElse("nothing");
        require(SUPERCLASSES.contains(parent), name, "extend " + parent);
        for (ClassEntry one : own.interfaces()) {
            require(INTERFACES.contains(one.asInternalName()), name, "implement " + one.asInternalName());
        }
        for (MethodModel method : own.methods()) {
            String spelled = spell(
                    name, method.methodName().stringValue(), method.methodType().stringValue());
            require(METHODS.matcher(method.methodName().stringValue()).matches(), spelled, "be a method of rules");
            require(
                    !method.flags().has(AccessFlag.NATIVE) && !method.flags().has(AccessFlag.SYNCHRONIZED),
                    spelled,
                    "be native or synchronized");
            courses.put(spelled, course(spelled, method));
        }
    }

    private static Course course(String name, MethodModel method) {
        List<String> calls = new ArrayList<>();
        Set<Label> passed = new HashSet<>();
        int steps = 0;
        boolean keeps = false;
        // Since the last place that something jumps to: what ran just before, whichever way it came.
        List<Instruction> before = new ArrayList<>();
        require(
                method.code()
                        .map(CodeModel::exceptionHandlers)
                        .orElse(List.of())
                        .isEmpty(),
                name,
                "handle exceptions");
        for (CodeElement element :
                method.code().stream().flatMap(CodeModel::elementStream).toList()) {
            switch (element) {
                case LabelTarget target -> {
                    passed.add(target.label());
                    before.clear();
                }
                case Instruction instruction -> {
                    require(OPCODES.contains(instruction.opcode()), name, "use " + instruction.opcode());
                    require(targets(instruction).noneMatch(passed::contains), name, "jump back");
                    switch (instruction) {
                        case InvokeInstruction call -> calls.add(spell(call));
                        case NewReferenceArrayInstruction array ->
                            require(isSmall(before), name, "make an array of another length than 0.." + LONGEST_ARRAY);
                        case InvokeDynamicInstruction concatenation ->
                            require(method.methodName().equalsString(CONCATENATES), name, "concatenate");
                        default -> {}
                    }
                    keeps |= KEEPING.contains(instruction.opcode());
                    before.add(instruction);
                    steps++;
                }
                default -> {}
            }
        }
        return new Course(steps, calls, keeps);
    }

    /** A small constant, or as many as another array has, which is how an enum copies its values. */
    private static boolean isSmall(List<Instruction> before) {
        return (!before.isEmpty()
                        && before.getLast() instanceof ConstantInstruction constant
                        && constant.constantValue() instanceof Integer length
                        && length >= 0
                        && length <= LONGEST_ARRAY)
                || before.stream()
                        .skip(Math.max(0, before.size() - COPYING.size()))
                        .map(Instruction::opcode)
                        .toList()
                        .equals(COPYING);
    }

    private static Stream<Label> targets(Instruction instruction) {
        return switch (instruction) {
            case BranchInstruction branch -> Stream.of(branch.target());
            case LookupSwitchInstruction choice ->
                Stream.concat(
                        Stream.of(choice.defaultTarget()),
                        choice.cases().stream().map(SwitchCase::target));
            case TableSwitchInstruction choice ->
                Stream.concat(
                        Stream.of(choice.defaultTarget()),
                        choice.cases().stream().map(SwitchCase::target));
            default -> Stream.of();
        };
    }

    /** Of a method and of all that it calls. */
    private int steps(String method) {
        Integer known = steps.get(method);
        if (known != null) {
            return known;
        }
        require(running.add(method), method, "call itself");
        require(running.size() <= DEEPEST, method, "be called by that many, one from another");
        Course course = course(method);
        int sum = course.steps();
        for (String called : course.calls()) {
            sum += courses.containsKey(called) ? steps(called) : 0;
            require(sum <= MOST_STEPS, method, "take more than %d steps".formatted(MOST_STEPS));
        }
        running.remove(method);
        steps.put(method, sum);
        return sum;
    }

    private void touches(String asked, String method) {
        Course course = course(method);
        require(!course.keeps(), asked, "keep anything");
        for (String called : course.calls()) {
            if (courses.containsKey(called)) {
                touches(asked, called);
            } else {
                require(AllowList.permitsWhileAsked(called), asked, "use " + called);
            }
        }
    }

    private Course course(String method) {
        return Objects.requireNonNull(courses.get(method));
    }

    private static boolean asked(String method) {
        return ASKED.contains(method.substring(method.lastIndexOf('.') + 1, method.indexOf(':')));
    }

    private static String spell(InvokeInstruction call) {
        return spell(
                call.owner().asInternalName(),
                call.name().stringValue(),
                call.type().stringValue());
    }

    private static String spell(String owner, String name, String type) {
        return owner + "." + name + ":" + type;
    }

    private static void require(boolean holds, String who, String what) {
        if (!holds) {
            throw new VerifyError("%s may not %s.".formatted(who, what));
        }
    }
}
