package vn.cotmoc.rules.sandbox;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The second fence: a class loader that defines the compiled rules if they run straight through ({@link StraightCode}), and lets
 * them see nothing but the allow-list. It stands alone: code that came past the guard, or never met it, still cannot link to a file,
 * a process or a mirror, nor hold a thread.
 */
public final class AllowListLoader extends ClassLoader {

    private static final String PACKAGE = Drl.PACKAGE.replace('.', '/') + "/";

    private final Map<String, byte[]> own;
    private final ClassLoader house;

    /**
     * @param own the compiled classes by binary name
     * @throws LinkageError if one of them is not what it is called, names what is not allowed, or could run in circles
     */
    public AllowListLoader(Map<String, byte[]> own) {
        super("rules", null);
        this.own = Map.copyOf(own);
        List<ClassModel> classes = parse(this.own);
        AllowList.check(classes);
        StraightCode.check(classes);
        this.house = AllowListLoader.class.getClassLoader();
    }

    /** @throws LinkageError if one of them is no class, not the named one, or not of the rules' package */
    static List<ClassModel> parse(Map<String, byte[]> own) {
        List<ClassModel> classes = new ArrayList<>();
        own.forEach((name, bytes) -> {
            try {
                ClassModel parsed = ClassFile.of().parse(bytes);
                String internal = parsed.thisClass().asInternalName();
                if (!internal.startsWith(PACKAGE) || !internal.equals(name.replace('.', '/'))) {
                    throw new NoClassDefFoundError("Rules may not bring the class %s.".formatted(internal));
                }
                if (parsed.minorVersion() != 0) {
                    throw new UnsupportedClassVersionError("%s asks for a preview of Java.".formatted(internal));
                }
                classes.add(parsed);
            } catch (IllegalArgumentException broken) {
                throw new ClassFormatError("%s is no class: %s".formatted(name, broken.getMessage()));
            }
        });
        return classes;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            byte[] bytes = own.get(name);
            if (bytes != null) {
                return defineClass(name, bytes, 0, bytes.length);
            }
            if (AllowList.permits(name)) {
                return house.loadClass(name);
            }
            throw new ClassNotFoundException("Rules may not see the class %s.".formatted(name));
        }
    }
}
