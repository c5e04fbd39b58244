package vn.cotmoc.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.house.House;

class LettersIT {

    /** Records from before there was such a thing keep their letters when they are written again. */
    @Test
    void whatWasAddedToRecordsSinceIsLeftOutWhereThereIsNone() throws IOException {
        ObjectMapper json = House.get(ObjectMapper.class);
        String before =
                "{\"amount\":\"30\",\"step\":\"month\",\"parts\":2,\"best\":\"20\",\"bestPeriod\":\"2021-06\",\"among\":34}";
        assertThat(json.writeValueAsString(json.readValue(before, Explanation.Required.class)))
                .isEqualTo(before);
        String ofALevel = before.replace("}", ",\"change\":true}");
        assertThat(json.writeValueAsString(json.readValue(ofALevel, Explanation.Required.class)))
                .isEqualTo(ofALevel);
    }
}
