package vn.cotmoc.core.actors;

/** Who acts now; every change is recorded under this name. */
public interface CurrentActor {

    /** The user's login name; {@code system} for the house's own jobs. */
    String username();
}
