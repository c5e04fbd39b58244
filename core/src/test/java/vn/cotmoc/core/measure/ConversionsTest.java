package vn.cotmoc.core.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversionsTest {

    @ParameterizedTest
    @CsvSource({
        "5,      tỷ USD,       triệu USD, 5000",
        "35164,  tỷ đồng,      nghìn tỷ đồng, 35.164",
        "8,      nghìn lao động, lao động, 8000",
        "1400,   ha,           km²,       14",
        "12.345, tỷ đồng,      tỷ đồng,   12.345",
        "15,     ‰,            %,         1.5",
        "1.5,    tỷ đồng,      đồng,      1500000000",
        "0.4,    tỷ USD,       USD,       400000000",
        "1.87,   triệu người,  người,     1870000",
        "1.5,    nghìn tỷ đồng, nghìn đồng, 1500000000",
        "2,      nghìn ha,     km²,       20",
        "12.5,   nghìn tấn,    tạ,        125000",
        "3,      tạ,           kg,        300",
    })
    void whatIsDeclaredConvertsExactlyBothWays(String amount, String from, String to, String converted) {
        assertThat(Conversions.convert(Amount.parse(amount), from, to)).contains(Amount.parse(converted));
        assertThat(Conversions.convert(Amount.parse(converted), to, from)).contains(Amount.parse(amount));
    }

    @ParameterizedTest
    @CsvSource({"tỷ USD, tỷ đồng", "lao động, người", "%, điểm %", "tỷ đồng, Tỷ đồng", "ha, nghìn tấn"})
    void nothingElseConverts(String from, String to) {
        assertThat(Conversions.exist(from, to)).isFalse();
        assertThat(Conversions.convert(Amount.of(1), from, to)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, đồng, nghìn tỷ đồng", "0.000001, triệu đồng, tỷ đồng", "99999999999999, tỷ đồng, triệu đồng"})
    void aResultThatCannotBeKeptExactlyIsNone(String amount, String from, String to) {
        assertThat(Conversions.convert(Amount.parse(amount), from, to)).isEmpty();
    }

    @Property
    void thereAndBackIsTheSame(@ForAll @LongRange(min = -1_000_000_000L, max = 1_000_000_000L) long thousandths) {
        Amount amount = new Amount(BigDecimal.valueOf(thousandths, 3));
        assertThat(Conversions.convert(amount, "tỷ đồng", "triệu đồng")
                        .flatMap(there -> Conversions.convert(there, "triệu đồng", "tỷ đồng")))
                .contains(amount);
    }
}
