package vn.cotmoc.core.house;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import vn.cotmoc.core.units.Accounts;

/** Everybody has an account but one. */
@Singleton
@Requires(property = House.PROPERTY)
public final class FakeAccounts implements Accounts {

    public static final String NOBODY = "khong.co.ai";

    @Override
    public boolean exists(String username) {
        return !username.equals(NOBODY);
    }
}
