package vn.cotmoc.rules.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.ConstantPoolBuilder;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.ScoringEngine;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.rules.Tables;
import vn.cotmoc.rules.contract.SameVerdicts;
import vn.cotmoc.rules.drools.Engines;
import vn.cotmoc.rules.rulesets.SealedModel;

/**
 * An interpreter with a fault: in its compiled code each decision is turned round once, and each fact is read for the next
 * one, and the differential test notices each.
 */
class InterpreterMutantsTest {

    private static final ScoringEngine DROOLS = Engines.drools();
    private static final List<RuleSet> RULES = Stream.of(
                    Tables.random(new Random(4), 60), Tables.collecting(new Random(5), 30))
            .map(model -> SealedModel.seal(model).ruleSet())
            .toList();

    private static final Map<Opcode, Opcode> TURNED = Map.of(
            Opcode.IFEQ, Opcode.IFNE,
            Opcode.IFNE, Opcode.IFEQ,
            Opcode.IF_ICMPGE, Opcode.IF_ICMPLT,
            Opcode.IF_ICMPLT, Opcode.IF_ICMPGE);

    /** The facts that are words, in the order of the record. */
    private static final List<RecordComponent> FACTS = Stream.of(TargetFacts.class.getRecordComponents())
            .filter(component -> Coded.class.isAssignableFrom(component.getType()))
            .toList();

    /** What stands instead of an instruction; null if it stays. */
    private interface Fault {
        @Nullable
        CodeElement instead(CodeElement element);
    }

    @Test
    void theInterpreterAsItIsAgrees() {
        ScoringEngine unspoilt = Objects.requireNonNull(interpreter(element -> null, -1));
        assertThatCode(() -> differ(unspoilt)).doesNotThrowAnyException();
    }

    @Test
    void aDecisionTurnedRoundIsCaught() {
        assertThat(caught(element -> element instanceof BranchInstruction branch && TURNED.containsKey(branch.opcode())
                        ? BranchInstruction.of(Objects.requireNonNull(TURNED.get(branch.opcode())), branch.target())
                        : null))
                .isGreaterThanOrEqualTo(7);
    }

    @Test
    void aFactReadForAnotherIsCaught() {
        assertThat(caught(element -> element instanceof InvokeInstruction call
                                && call.owner().asInternalName().equals(internal(TargetFacts.class))
                        ? next(call.name().stringValue())
                        : null))
                .isEqualTo(FACTS.size());
    }

    /** The call that reads the fact after it, the first after the last; null for what is no word. */
    private static @Nullable CodeElement next(String fact) {
        for (int i = 0; i < FACTS.size(); i++) {
            if (FACTS.get(i).getName().equals(fact)) {
                RecordComponent other = FACTS.get((i + 1) % FACTS.size());
                return InvokeInstruction.of(
                        Opcode.INVOKEVIRTUAL,
                        ConstantPoolBuilder.of()
                                .methodRefEntry(
                                        ClassDesc.of(TargetFacts.class.getName()),
                                        other.getName(),
                                        MethodTypeDesc.of(ClassDesc.ofDescriptor(
                                                other.getType().descriptorString()))));
            }
        }
        return null;
    }

    /** Throws if it says something else than the other engine, on a table whose first row decides or on one whose rows all speak. */
    private static void differ(ScoringEngine interpreter) {
        RULES.forEach(ruleSet -> SameVerdicts.give(interpreter, DROOLS, ruleSet, new Random(1)));
    }

    /** How many interpreters with the fault, each in another place, were noticed; all must be. */
    private static int caught(Fault fault) {
        int places = 0;
        while (interpreter(fault, places) instanceof ScoringEngine mutant) {
            Throwable notice = catchThrowable(() -> differ(mutant));
            assertThat(notice).as("place %d", places).isNotNull().isNotInstanceOf(LinkageError.class);
            places++;
        }
        return places;
    }

    /**
     * @param place in which the fault is; -1 for nowhere
     * @return null if there are not so many places
     */
    private static @Nullable ScoringEngine interpreter(Fault fault, int place) {
        AtomicInteger left = new AtomicInteger(place);
        CodeTransform spoiling = (code, element) -> {
            CodeElement instead = fault.instead(element);
            code.with(instead != null && left.getAndDecrement() == 0 ? instead : element);
        };
        ClassFile classes = ClassFile.of();
        byte[] spoilt = classes.transformClass(
                classes.parse(bytes(InterpreterEngine.class.getName())),
                ClassTransform.transformingMethodBodies(spoiling));
        if (left.get() >= 0) {
            return null;
        }
        try {
            return (ScoringEngine) new Spoilt(spoilt)
                    .loadClass(InterpreterEngine.class.getName())
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String name) {
        try (InputStream bytes =
                InterpreterMutantsTest.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
            return Objects.requireNonNull(bytes).readAllBytes();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String internal(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    /** Has an interpreter of its own. */
    private static final class Spoilt extends ClassLoader {

        private final byte[] interpreter;

        Spoilt(byte[] interpreter) {
            super(InterpreterMutantsTest.class.getClassLoader());
            this.interpreter = interpreter;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(InterpreterEngine.class.getName())) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            byte[] own = name.equals(InterpreterEngine.class.getName()) ? interpreter : bytes(name);
            return known == null ? defineClass(name, own, 0, own.length) : known;
        }
    }
}
