package vn.cotmoc.local;

/** A user of a server and the password; prints without it. */
public record Login(String user, String password) {

    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
