package vn.cotmoc.rules.canary;

import vn.cotmoc.tenants.canary.Stranger;

final class KnowsTenants {
    final Stranger stranger = new Stranger();
}
