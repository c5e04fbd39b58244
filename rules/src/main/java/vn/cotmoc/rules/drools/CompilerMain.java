package vn.cotmoc.rules.drools;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Map;
import vn.cotmoc.rules.sandbox.DrlGuard;

/**
 * The process apart, see {@link CompilerProcess}. It reads texts from standard input and writes what became of each to standard output:
 * {@link #COMPILED} and the kjar, or {@link #REFUSED} and why; both behind their length. It asks the guard once more, and ends with its
 * input.
 */
final class CompilerMain {

    static final byte COMPILED = 0;
    static final byte REFUSED = 1;

    private CompilerMain() {}

    public static void main(String[] arguments) throws IOException {
        DataOutputStream answers =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        System.setOut(System.err);
        DataInputStream texts = new DataInputStream(System.in);
        for (int length = texts.readInt(); length >= 0; length = texts.readInt()) {
            String drl = new String(texts.readNBytes(length), UTF_8);
            byte answer;
            byte[] content;
            try {
                DrlGuard.admit(drl);
                Map<String, byte[]> classes = RuleCompiler.build(drl);
                content = new Kjar("", "", RuleCompiler.modelClass(classes.keySet()), classes).bytes();
                answer = COMPILED;
            } catch (RuntimeException | LinkageError | StackOverflowError refused) {
                content = String.valueOf(refused.getMessage()).getBytes(UTF_8);
                answer = REFUSED;
            }
            answers.writeByte(answer);
            answers.writeInt(content.length);
            answers.write(content);
            answers.flush();
        }
    }
}
