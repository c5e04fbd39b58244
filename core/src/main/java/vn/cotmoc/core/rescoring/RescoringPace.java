package vn.cotmoc.core.rescoring;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalTime;

/**
 * How fast the house scores by itself.
 *
 * @param quiet from a change to the whole run, in which more changes join
 * @param following from a run until cases follow it, in which more runs join
 * @param followingApart from then to the next time that cases follow it, however many runs there are
 * @param apart from the end of a plan's run to its next whole one, however much changes
 * @param stepApart the same of runs that go on from the last one, as only figures or thresholds changed; they wait for nothing else
 * @param backOff before the second try; doubled before each one after
 * @param beat how often a node says that it still works on a job
 * @param looking how often a node looks for jobs that nobody woke
 * @param told how long after a change all who are told of changes have been: what nobody asked for by then fell through
 * @param nightly when a new day is scored, e.g. {@code 01:00}
 */
@Singleton
record RescoringPace(
        @Value("${cotmoc.scoring.quiet:PT2S}") Duration quiet,
        @Value("${cotmoc.scoring.following:PT5S}") Duration following,
        @Value("${cotmoc.scoring.following-apart:PT15S}") Duration followingApart,
        @Value("${cotmoc.scoring.apart:PT30S}") Duration apart,
        @Value("${cotmoc.scoring.step-apart:PT0.05S}") Duration stepApart,
        @Value("${cotmoc.scoring.back-off:PT10S}") Duration backOff,
        @Value("${cotmoc.jobs.beat:PT10S}") Duration beat,
        @Value("${cotmoc.jobs.looking:PT30S}") Duration looking,
        @Value("${cotmoc.scoring.told:PT1M}") Duration told,
        @Value("${cotmoc.scoring.nightly:`01:00`}") String nightly) {

    LocalTime newDay() {
        return LocalTime.parse(nightly);
    }
}
