package vn.cotmoc.core.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.scoring.EngineUnavailable;
import vn.cotmoc.core.scoring.EngineUnavailable.Why;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.ScoringEngine;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.core.scoring.Verdict;

class PluginTest {

    private static final RuleSet RULES = Asked.ruleSet("trial");
    private static final List<TargetFacts> TWO = Asked.targets(2);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration DEADLINE = Duration.ofSeconds(1);

    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();

    /** What the plugin's engine does. */
    private interface Scores {
        List<Verdict> score(List<TargetFacts> facts) throws Exception;
    }

    @AfterEach
    void lettingGo() {
        end.countDown();
    }

    @Test
    void aGoodAnswerIsPassedOnFromAThreadOfItsOwn() {
        List<Thread> threads = new ArrayList<>();
        ScoringEngine engine = engine(PATIENCE, facts -> {
            threads.add(Thread.currentThread());
            return good(facts);
        });

        assertThat(engine.score(RULES, TWO)).isEqualTo(good(TWO));
        assertThat(threads.getFirst()).isNotEqualTo(Thread.currentThread());
        assertThat(threads.getFirst().isVirtual()).isFalse();
        assertThat(threads.getFirst().isDaemon()).isTrue();
    }

    @Test
    void nothingOfTheCallersIsSeenByThePlugin() {
        InheritableThreadLocal<String> province = new InheritableThreadLocal<>();
        province.set("lao-cai");
        List<String> seen = new ArrayList<>();
        engine(PATIENCE, facts -> {
                    seen.add(String.valueOf(province.get()));
                    return good(facts);
                })
                .score(RULES, TWO);

        assertThat(seen).containsExactly("null");
    }

    @Test
    void oneThatThrowsFailsTheRunAndIsNotAskedAgain() {
        PluginEngine engine = engine(PATIENCE, facts -> {
            throw new StackOverflowError();
        });

        assertThat(failure(engine).why()).isEqualTo(Why.THREW);
        assertThat(failure(engine))
                .hasMessageContaining("trial, of the plugin trial.jar, threw java.lang.StackOverflowError; since")
                .extracting(EngineUnavailable::why, EngineUnavailable::values)
                .containsExactly(Why.QUARANTINED, Map.of("engine", "trial"));
        assertThat(asked).hasValue(1);
        assertThat(engine.plugin().warning())
                .hasValueSatisfying(warning -> assertThat(warning).contains("threw java.lang.StackOverflowError"));
    }

    @Test
    void oneThatHangsIsLeftBehindAtTheDeadline() {
        PluginEngine engine = engine(Duration.ofMillis(200), facts -> hang());

        assertThat(failure(engine))
                .extracting(EngineUnavailable::why, EngineUnavailable::values)
                .containsExactly(Why.HUNG, Map.of("engine", "trial", "seconds", new Amount(new BigDecimal("0.2"))));
        assertThat(failure(engine).why()).isEqualTo(Why.QUARANTINED);
        assertThat(asked).hasValue(1);
    }

    @Test
    void ofManyAtOnceNoMoreThanFourThreadsAreEverLeftBehind() throws Exception {
        PluginEngine engine = engine(DEADLINE, facts -> hang());
        List<Why> whys = new ArrayList<>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Why>> answers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                answers.add(callers.submit(() -> failure(engine).why()));
            }
            for (Future<Why> answer : answers) {
                whys.add(answer.get());
            }
        }

        assertThat(whys).doesNotContain(Why.THREW, Why.NONSENSE).contains(Why.HUNG);
        assertThat(asked).hasValue(Plugin.MOST_AT_ONCE);
        long begun = System.nanoTime();
        assertThat(failure(engine).why()).isEqualTo(Why.QUARANTINED);
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .as("nobody waits for a place any more")
                .isLessThan(DEADLINE);
    }

    @Test
    void whoWaitsTooLongForABusyEngineIsToldSoAndNobodyIsToBlame() throws Exception {
        Duration deadline = Duration.ofSeconds(2);
        PluginEngine engine = engine(deadline, facts -> {
            Thread.sleep(deadline.toMillis() * 6 / 10);
            return good(facts);
        });
        Plugin plugin = engine.plugin();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Verdict>>> answers = new ArrayList<>();
            for (int i = 0; i < 3 * Plugin.MOST_AT_ONCE; i++) {
                answers.add(callers.submit(() -> engine.score(RULES, TWO)));
            }
            List<Boolean> good = new ArrayList<>();
            for (Future<List<Verdict>> answer : answers) {
                try {
                    good.add(answer.get().equals(good(TWO)));
                } catch (ExecutionException busy) {
                    assertThat(busy.getCause())
                            .isInstanceOfSatisfying(
                                    EngineUnavailable.class,
                                    unavailable -> assertThat(unavailable.why()).isEqualTo(Why.BUSY));
                }
            }
            assertThat(good).hasSize(2 * Plugin.MOST_AT_ONCE).containsOnly(true);
        }
        assertThat(plugin.warning()).isEmpty();
    }

    @Test
    void nonsenseFailsTheRunAndIsNotHeardAgain() {
        PluginEngine engine = engine(PATIENCE, facts -> List.of());

        assertThat(failure(engine).why()).isEqualTo(Why.NONSENSE);
        assertThat(failure(engine).why()).isEqualTo(Why.QUARANTINED);
        assertThat(engine.plugin().warning())
                .hasValueSatisfying(warning -> assertThat(warning).contains("gave 0 verdicts on 2 targets"));
    }

    @Test
    void oneThatRefusesARuleSetKeepsItsContractAndIsAskedAgain() {
        PluginEngine engine = engine(PATIENCE, facts -> {
            if (asked.get() == 1) {
                throw new ScoringEngine.EngineFailure("This rule set has a gap.");
            }
            return good(facts);
        });

        assertThatExceptionOfType(ScoringEngine.EngineFailure.class)
                .isThrownBy(() -> engine.score(RULES, TWO))
                .withMessage("This rule set has a gap.");
        assertThat(engine.plugin().warning()).isEmpty();
        assertThat(engine.score(RULES, TWO)).isEqualTo(good(TWO));
    }

    private PluginEngine engine(Duration deadline, Scores scores) {
        ScoringEngine.Identity identity = new ScoringEngine.Identity("trial", "1");
        ScoringEngine engine = new ScoringEngine() {
            @Override
            public Identity identity() {
                return identity;
            }

            @Override
            public List<Verdict> score(RuleSet ruleSet, List<TargetFacts> facts) {
                asked.incrementAndGet();
                try {
                    return scores.score(facts);
                } catch (RuntimeException failure) {
                    throw failure;
                } catch (Exception failure) {
                    throw new IllegalStateException(failure);
                }
            }
        };
        return new PluginEngine(new Plugin("trial.jar", PluginTest.class.getClassLoader(), deadline), engine, identity);
    }

    /** Whatever interrupts it. */
    private List<Verdict> hang() {
        while (end.getCount() > 0) {
            LockSupport.parkNanos(1_000_000);
        }
        return List.of();
    }

    private static List<Verdict> good(List<TargetFacts> facts) {
        return facts.stream().map(Asked::missed).toList();
    }

    private static EngineUnavailable failure(ScoringEngine engine) {
        return catchThrowableOfType(EngineUnavailable.class, () -> engine.score(RULES, TWO));
    }
}
