package vn.cotmoc.web.events;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * That things of these sorts have changed. What they have become is asked for where it always is, by who may see it.
 *
 * @param kinds as the trail of changes calls them, e.g. {@code observation}
 */
@Serdeable
@Schema(name = "ProvinceEvent")
record EventJson(List<String> kinds) {}
