// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.error.CredentialsException.Reason;
import io.github.dicomweb.oidc.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One request for all who wait, and what becomes of a session. */
class TokenKeeperTest {
  private static final Duration SKEW = Duration.ofSeconds(5);

  private final ManualClock clock = new ManualClock();
  private final Source source = new Source();
  private final Memory memory = new Memory();
  private final ExecutorService flights = Executors.newCachedThreadPool();
  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final TokenKeeper keeper = new TokenKeeper(source, memory, flights, clock, SKEW);

  @AfterEach
  void stop() {
    flights.shutdownNow();
    callers.shutdownNow();
  }

  /** Numbered tokens that live 100 seconds. */
  private final class Source implements TokenSource {
    final AtomicInteger firsts = new AtomicInteger();
    final List<String> refreshed = new ArrayList<>();
    private final AtomicInteger number = new AtomicInteger();
    volatile boolean unattended = true;
    volatile boolean rotates = true;
    volatile boolean withRefresh;
    volatile @Nullable CountDownLatch gate;
    volatile @Nullable RuntimeException failure;
    volatile @Nullable RuntimeException refreshFailure;

    private Tokens make(boolean refresh) {
      int n = number.incrementAndGet();
      return new Tokens(
          "t" + n, clock.instant(), clock.instant().plusSeconds(100), refresh ? "r" + n : null);
    }

    private void pass(@Nullable RuntimeException failing) {
      CountDownLatch closed = gate;
      if (closed != null) {
        try {
          assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
      if (failing != null) {
        throw failing;
      }
    }

    @Override
    public Tokens first() {
      firsts.incrementAndGet();
      pass(failure);
      return make(withRefresh);
    }

    @Override
    public Tokens refresh(String refreshToken) {
      synchronized (refreshed) {
        refreshed.add(refreshToken);
      }
      pass(refreshFailure);
      return make(rotates);
    }

    @Override
    public boolean unattended() {
      return unattended;
    }
  }

  private static final class Memory implements Vault {
    volatile @Nullable Tokens kept;
    volatile boolean full;

    @Override
    public Optional<Tokens> load() {
      return Optional.ofNullable(kept);
    }

    @Override
    public void save(Tokens tokens) {
      if (full) {
        throw new IllegalStateException("no room for " + tokens.access());
      }
      kept = tokens;
    }

    @Override
    public void clear() {
      kept = null;
    }
  }

  private static CredentialsException failure(Reason reason) {
    return new CredentialsException("planned", reason, "code", null);
  }

  private void assertFails(Reason reason) {
    assertThatExceptionOfType(CredentialsException.class)
        .isThrownBy(keeper::accessToken)
        .matches(e -> e.reason() == reason, "reason " + reason);
  }

  private List<Future<String>> callers(int count) {
    List<Future<String>> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(callers.submit(keeper::accessToken));
    }
    return all;
  }

  @Test
  void thousandCallers_withoutAToken_causeOneRequest() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    source.gate = gate;
    List<Future<String>> all = callers(1000);
    gate.countDown();
    for (Future<String> one : all) {
      assertThat(one.get(20, TimeUnit.SECONDS)).isEqualTo("t1");
    }
    assertThat(source.firsts).hasValue(1);
  }

  @Test
  void thousandCallers_whenItFails_seeOneFailure() {
    CountDownLatch gate = new CountDownLatch(1);
    source.gate = gate;
    source.failure = failure(Reason.REFUSED);
    List<Future<String>> all = callers(1000);
    gate.countDown();
    for (Future<String> one : all) {
      assertThat(one)
          .failsWithin(Duration.ofSeconds(20))
          .withThrowableThat()
          .havingCause()
          .isInstanceOf(CredentialsException.class)
          .withMessage("planned");
    }
    assertThat(source.firsts).as("a wrong secret is not tried by each of them").hasValue(1);
  }

  @Test
  void token_beforeItsLastQuarter_isUsed() {
    assertThat(keeper.accessToken()).isEqualTo("t1");
    clock.forward(Duration.ofSeconds(74));
    assertThat(keeper.accessToken()).isEqualTo("t1");
    assertThat(source.firsts).hasValue(1);
  }

  @Test
  void token_inItsLastQuarter_isRenewedWhileNobodyWaits() {
    assertThat(keeper.accessToken()).isEqualTo("t1");
    clock.forward(Duration.ofSeconds(76));
    CountDownLatch gate = new CountDownLatch(1);
    source.gate = gate;
    for (int i = 0; i < 100; i++) {
      assertThat(keeper.accessToken()).isEqualTo("t1");
    }
    gate.countDown();
    await().untilAsserted(() -> assertThat(keeper.accessToken()).isEqualTo("t2"));
    assertThat(source.firsts).hasValue(2);
  }

  @Test
  void token_inItsLastQuarterWithAServerThatIsDown_serves() {
    assertThat(keeper.accessToken()).isEqualTo("t1");
    source.failure = failure(Reason.UNAVAILABLE);
    clock.forward(Duration.ofSeconds(80));
    assertThat(keeper.accessToken()).isEqualTo("t1");
    await().until(() -> source.firsts.get() == 2);
    assertThat(keeper.accessToken()).isEqualTo("t1");
    source.failure = null;
    await().untilAsserted(() -> assertThat(keeper.accessToken()).isNotEqualTo("t1"));
  }

  @Test
  void token_withinTheSkewOfItsEnd_isNotUsed() {
    assertThat(keeper.accessToken()).isEqualTo("t1");
    clock.forward(Duration.ofSeconds(95));
    assertThat(keeper.accessToken()).isEqualTo("t2");
  }

  @Test
  void token_whoseEndNobodyNamed_isUsedUntilItIsRefused() {
    Tokens endless = new Tokens("endless", clock.instant(), null, null);
    memory.kept = endless;
    assertThat(keeper.accessToken()).isEqualTo("endless");
    clock.forward(Duration.ofDays(300));
    assertThat(keeper.accessToken()).isEqualTo("endless");
    assertThat(keeper.renew("endless")).isTrue();
    assertThat(keeper.accessToken()).isEqualTo("t1");
  }

  @Test
  void renew_ofATokenThatIsNotTheLastOne_asksNobody() {
    assertThat(keeper.accessToken()).isEqualTo("t1");
    assertThat(keeper.renew("t0")).isTrue();
    assertThat(source.firsts).hasValue(1);
  }

  @Test
  void renew_byManyAtOnce_isOneRequest() throws Exception {
    assertThat(keeper.accessToken()).isEqualTo("t1");
    CountDownLatch gate = new CountDownLatch(1);
    source.gate = gate;
    List<Future<Boolean>> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      all.add(callers.submit(() -> keeper.renew("t1")));
    }
    gate.countDown();
    for (Future<Boolean> one : all) {
      assertThat(one.get(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(source.firsts).hasValue(2);
  }

  @Test
  void renew_ofATokenRenewedJustNow_isNotTriedAgain() {
    assertThat(keeper.accessToken()).isEqualTo("t1");
    assertThat(keeper.renew("t1")).isTrue();
    assertThat(keeper.renew("t2")).isFalse();
    assertThat(source.firsts).hasValue(2);
    clock.forward(TokenKeeper.RENEWED_JUST_NOW);
    assertThat(keeper.renew("t2")).isTrue();
  }

  @Test
  void refusal_isRememberedForAWhile() {
    source.failure = failure(Reason.REFUSED);
    assertFails(Reason.REFUSED);
    assertFails(Reason.REFUSED);
    assertThat(source.firsts).hasValue(1);
    source.failure = null;
    clock.forward(TokenKeeper.REFUSAL_KEPT);
    assertThat(keeper.accessToken()).isEqualTo("t1");
  }

  @Test
  void wrongPassword_isNotTriedAgainByItself() {
    source.failure = failure(Reason.SIGN_IN_NEEDED);
    assertFails(Reason.SIGN_IN_NEEDED);
    clock.forward(Duration.ofHours(1));
    assertFails(Reason.SIGN_IN_NEEDED);
    assertThat(source.firsts).hasValue(1);
    source.failure = null;
    keeper.signIn();
    assertThat(keeper.accessToken()).isEqualTo("t1");
  }

  @Test
  void outage_isNotRemembered() {
    source.failure = failure(Reason.UNAVAILABLE);
    assertFails(Reason.UNAVAILABLE);
    source.failure = null;
    assertThat(keeper.accessToken()).isEqualTo("t1");
  }

  @Test
  void session_isRefreshedWithTheLatestRefreshToken() {
    source.withRefresh = true;
    assertThat(keeper.accessToken()).isEqualTo("t1");
    clock.forward(Duration.ofSeconds(100));
    assertThat(keeper.accessToken()).isEqualTo("t2");
    source.rotates = false;
    clock.forward(Duration.ofSeconds(100));
    assertThat(keeper.accessToken()).isEqualTo("t3");
    clock.forward(Duration.ofSeconds(100));
    assertThat(keeper.accessToken()).isEqualTo("t4");
    assertThat(source.refreshed).containsExactly("r1", "r2", "r2");
    assertThat(source.firsts).hasValue(1);
  }

  @Test
  void session_thatIsOverAndNeedsNobody_isBegunAgain() {
    source.withRefresh = true;
    assertThat(keeper.accessToken()).isEqualTo("t1");
    source.refreshFailure = failure(Reason.SIGN_IN_NEEDED);
    clock.forward(Duration.ofSeconds(100));
    assertThat(keeper.accessToken()).isEqualTo("t2");
    assertThat(source.firsts).hasValue(2);
  }

  @Test
  void session_thatIsOverAndNeedsAPerson_isReportedAndNotBegunAgain() {
    source.withRefresh = true;
    source.unattended = false;
    assertThat(keeper.accessToken()).isEqualTo("t1");
    source.refreshFailure = failure(Reason.SIGN_IN_NEEDED);
    clock.forward(Duration.ofSeconds(100));
    assertFails(Reason.SIGN_IN_NEEDED);
    assertThat(memory.kept).as("what is of no use is not kept").isNull();
    clock.forward(Duration.ofSeconds(100));
    assertFails(Reason.SIGN_IN_NEEDED);
    assertThat(source.firsts).hasValue(1);
    keeper.signIn();
    assertThat(keeper.accessToken()).isEqualTo("t2");
  }

  @Test
  void session_withoutRefreshTokenThatNeedsAPerson_isNotBegunAgain() {
    source.unattended = false;
    assertThat(keeper.accessToken()).isEqualTo("t1");
    clock.forward(Duration.ofSeconds(100));
    assertFails(Reason.SIGN_IN_NEEDED);
    assertThat(source.firsts).hasValue(1);
  }

  @Test
  void session_inTheVault_isGoneOnWith() {
    memory.kept = new Tokens("old", clock.instant(), clock.instant().plusSeconds(100), "r0");
    assertThat(keeper.accessToken()).isEqualTo("old");
    clock.forward(Duration.ofSeconds(100));
    assertThat(keeper.accessToken()).isEqualTo("t1");
    assertThat(source.refreshed).containsExactly("r0");
    assertThat(memory.kept).isNotNull().extracting(Tokens::access).isEqualTo("t1");
    assertThat(source.firsts).hasValue(0);
  }

  @Test
  void signIn_whileARenewalGoesOn_beginsANewSession() throws Exception {
    source.withRefresh = true;
    assertThat(keeper.accessToken()).isEqualTo("t1");
    CountDownLatch gate = new CountDownLatch(1);
    source.gate = gate;
    Future<Boolean> renewal = callers.submit(() -> keeper.renew("t1"));
    await().until(() -> source.refreshed.size() == 1);
    Future<?> signIn = callers.submit(keeper::signIn);
    gate.countDown();
    assertThat(renewal.get(20, TimeUnit.SECONDS)).isTrue();
    signIn.get(20, TimeUnit.SECONDS);
    assertThat(source.firsts).hasValue(2);
    assertThat(keeper.accessToken()).isEqualTo("t3");
  }

  @Test
  void signIn_byTwoAtOnce_disturbsThePersonOnce() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    source.gate = gate;
    Future<?> one = callers.submit(keeper::signIn);
    await().until(() -> source.firsts.get() == 1);
    Thread other = new Thread(keeper::signIn);
    other.start();
    await().until(() -> other.getState() == Thread.State.WAITING);
    gate.countDown();
    one.get(20, TimeUnit.SECONDS);
    other.join(20_000);
    assertThat(other.isAlive()).isFalse();
    assertThat(source.firsts).hasValue(1);
  }

  @Test
  void close_whileSomebodyWaits_tellsHim() {
    source.gate = new CountDownLatch(1);
    Future<String> waiting = callers.submit(keeper::accessToken);
    await().until(() -> source.firsts.get() == 1);
    keeper.close();
    assertThat(waiting)
        .failsWithin(Duration.ofSeconds(20))
        .withThrowableThat()
        .havingCause()
        .isInstanceOfSatisfying(
            CredentialsException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CANCELLED));
    assertFails(Reason.CANCELLED);
  }

  @Test
  void forget_whileARenewalGoesOn_staysForgotten() {
    source.withRefresh = true;
    assertThat(keeper.accessToken()).isEqualTo("t1");
    CountDownLatch gate = new CountDownLatch(1);
    source.gate = gate;
    Future<Boolean> renewal = callers.submit(() -> keeper.renew("t1"));
    await().until(() -> source.refreshed.size() == 1);
    keeper.forget();
    gate.countDown();
    assertThat(renewal)
        .failsWithin(Duration.ofSeconds(20))
        .withThrowableThat()
        .havingCause()
        .isInstanceOfSatisfying(
            CredentialsException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CANCELLED));
    assertThat(keeper.current()).as("nobody is signed in again by it").isNull();
    assertThat(memory.kept).isNull();
  }

  @Test
  void vault_thatCannotKeepTheSession_doesNotEndIt() {
    source.withRefresh = true;
    memory.full = true;
    assertThat(keeper.accessToken()).isEqualTo("t1");
    clock.forward(Duration.ofSeconds(100));
    assertThat(keeper.accessToken()).as("with the token that was not kept").isEqualTo("t2");
    assertThat(source.refreshed).containsExactly("r1");
  }

  @Test
  void accessToken_whenNothingRunsAnyMore_isACancellationEachTime() {
    flights.shutdownNow();
    assertFails(Reason.CANCELLED);
    assertFails(Reason.CANCELLED);
  }

  @Test
  void interrupt_whileWaiting_isACancellation() {
    source.gate = new CountDownLatch(1);
    Thread.currentThread().interrupt();
    assertFails(Reason.CANCELLED);
    assertThat(Thread.interrupted()).as("the interruption is not lost").isTrue();
  }

  @Test
  void tokens_neverShowThemselves() {
    assertThat(new Tokens("acc3ss", clock.instant(), null, "refr3sh").toString())
        .doesNotContain("acc3ss")
        .doesNotContain("refr3sh");
  }
}
