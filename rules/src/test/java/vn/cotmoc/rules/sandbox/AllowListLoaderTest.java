package vn.cotmoc.rules.sandbox;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AllowListLoaderTest {

    private static final ClassDesc OWN = ClassDesc.of("vn.cotmoc.emitted.Own");

    @Test
    void aClassOfAnotherPackageIsRefused() {
        byte[] intruder = ClassFile.of().build(ClassDesc.of("vn.cotmoc.core.scoring.Intruder"), type -> {});

        assertThatExceptionOfType(LinkageError.class)
                .isThrownBy(() -> new AllowListLoader(Map.of("vn.cotmoc.core.scoring.Intruder", intruder)))
                .withMessageContaining("may not bring the class");
    }

    @Test
    void aClassUnderAFalseNameIsRefused() {
        byte[] own = ClassFile.of().build(OWN, type -> {});

        assertThatExceptionOfType(LinkageError.class)
                .isThrownBy(() -> new AllowListLoader(Map.of("vn.cotmoc.emitted.Other", own)));
    }

    @Test
    void bytesThatAreNoClassAreRefused() {
        assertThatExceptionOfType(LinkageError.class)
                .isThrownBy(() -> new AllowListLoader(Map.of("vn.cotmoc.emitted.Own", new byte[] {1, 2, 3})));
    }

    @Test
    void membersInheritedUnderAnOwnNameAreRefused() {
        byte[] waiting = ClassFile.of()
                .build(
                        OWN,
                        type -> type.withMethodBody(
                                "hang",
                                MethodTypeDesc.of(ConstantDescs.CD_void),
                                ClassFile.ACC_PUBLIC,
                                code -> code.aload(0)
                                        .invokevirtual(OWN, "wait", MethodTypeDesc.of(ConstantDescs.CD_void))
                                        .return_()));

        assertThatExceptionOfType(LinkageError.class)
                .isThrownBy(() -> new AllowListLoader(Map.of("vn.cotmoc.emitted.Own", waiting)))
                .withMessageContaining("may not use vn/cotmoc/emitted/Own.wait:()V");
    }

    @Test
    void arraysOfForbiddenClassesAreRefused() {
        byte[] array = ClassFile.of()
                .build(
                        OWN,
                        type -> type.withMethodBody(
                                "make",
                                MethodTypeDesc.of(ConstantDescs.CD_void),
                                ClassFile.ACC_STATIC,
                                code -> code.iconst_0()
                                        .anewarray(ClassDesc.of("java.lang.Runtime")
                                                .arrayType())
                                        .pop()
                                        .return_()));

        assertThatExceptionOfType(LinkageError.class)
                .isThrownBy(() -> new AllowListLoader(Map.of("vn.cotmoc.emitted.Own", array)))
                .withMessageContaining("[Ljava/lang/Runtime;");
    }

    @Test
    void theHousesOtherClassesAreNotSeen() {
        AllowListLoader loader = new AllowListLoader(Map.of());

        assertThatExceptionOfType(ClassNotFoundException.class)
                .isThrownBy(() -> loader.loadClass("vn.cotmoc.rules.drools.RuleCompiler"));
        assertThatExceptionOfType(ClassNotFoundException.class).isThrownBy(() -> loader.loadClass("java.lang.Runtime"));
    }
}
