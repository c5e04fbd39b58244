package vn.cotmoc.tenants.onboarding;

import jakarta.inject.Singleton;
import vn.cotmoc.core.tenancy.CurrentTenant;
import vn.cotmoc.core.units.Accounts;
import vn.cotmoc.tenants.identity.IdentityConfiguration;
import vn.cotmoc.tenants.identity.IssuerUnreachable;

/** Members of the current province's organization. An installation without the provisioner's secret cannot ask, and believes. */
@Singleton
final class ProvinceAccounts implements Accounts {

    private final IdentityConfiguration configuration;
    private final KeycloakAccounts keycloak;
    private final CurrentTenant currentTenant;

    ProvinceAccounts(IdentityConfiguration configuration, KeycloakAccounts keycloak, CurrentTenant currentTenant) {
        this.configuration = configuration;
        this.keycloak = keycloak;
        this.currentTenant = currentTenant;
    }

    /** @throws IssuerUnreachable if Keycloak does not say */
    @Override
    public boolean exists(String username) {
        try {
            return configuration.secretOfProvisioner().isEmpty() || keycloak.isMember(currentTenant.get(), username);
        } catch (KeycloakFailure failure) {
            throw new IssuerUnreachable(failure);
        }
    }
}
