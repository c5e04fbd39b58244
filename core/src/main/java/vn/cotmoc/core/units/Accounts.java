package vn.cotmoc.core.units;

/** Who can log in to the current province. */
public interface Accounts {

    boolean exists(String username);
}
