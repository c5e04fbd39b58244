package vn.cotmoc.core.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"lao-cai", "tp-ho-chi-minh", "a1", "a---", "abcdefghijabcdefghijabcdefghijabcdefghij"})
    void itIsTheAliasOfAnOrganization(String value) {
        assertThat(new TenantId(value)).hasToString(value);
        assertThat(TenantId.isOfProvince(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "1a",
                "-a",
                "Lao-Cai",
                "lào-cai",
                "lao cai",
                "lao_cai",
                "lao-cai\n",
                "lao-cai'; drop table plan; --",
                "abcdefghijabcdefghijabcdefghijabcdefghijk"
            })
    void anythingElseIsRefused(String value) {
        assertThat(TenantId.isOfProvince(value)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new TenantId(value));
    }
}
