package vn.cotmoc.rules.canary;

import io.micronaut.http.HttpMethod;

final class KnowsHttp {
    final HttpMethod method = HttpMethod.GET;
}
