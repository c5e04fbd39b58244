package vn.cotmoc.rules.canary;

import vn.cotmoc.web.canary.Stranger;

final class KnowsWeb {
    final Stranger stranger = new Stranger();
}
