package vn.cotmoc.deploy.demo;

/** Told before each step of a load. */
@FunctionalInterface
public interface Progress {

    /**
     * @param done steps already done, 0 … total; equal to total once, at the end
     * @param what the step that begins, for people
     */
    void at(int done, int total, String what);
}
