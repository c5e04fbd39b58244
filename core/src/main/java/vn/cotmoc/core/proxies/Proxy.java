package vn.cotmoc.core.proxies;

import java.util.List;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.observations.Observation;

/**
 * What stands in for a target's indicator while that one's figures are awaited.
 *
 * @param figures what was believed on the day of each months inside the target's period, in the proxy's unit, newest first
 */
public record Proxy(Indicator indicator, List<Observation> figures) {}
