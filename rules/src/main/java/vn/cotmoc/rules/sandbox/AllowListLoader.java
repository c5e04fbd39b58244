package vn.cotmoc.rules.sandbox;

import java.util.Map;

/**
 * The second fence: a class loader that defines the compiled rules and lets them see nothing but the allow-list. It
 * stands alone: code that came past the guard, or never met it, still cannot link to a file, a process or a mirror.
 */
public final class AllowListLoader extends ClassLoader {

    private final Map<String, byte[]> own;
    private final ClassLoader house;

    /**
     * @param own the compiled classes by binary name
     * @throws LinkageError if one of them names what is not allowed
     */
    public AllowListLoader(Map<String, byte[]> own) {
        super("rules", null);
        this.own = Map.copyOf(own);
        AllowList.check(this.own);
        this.house = AllowListLoader.class.getClassLoader();
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
