// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc.internal.token;

import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.error.CredentialsException.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the tokens of one session. However many threads want one, there is one request at a time;
 * it starts before the token ends, and until then nobody waits for it.
 *
 * <p>Thread-safe.
 */
public final class TokenKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(TokenKeeper.class);

  /** How long a refusal is remembered, so that a wrong secret is not tried by every thread. */
  static final Duration REFUSAL_KEPT = Duration.ofSeconds(2);

  /** How young a token is not renewed a second time because a server refuses it. */
  static final Duration RENEWED_JUST_NOW = Duration.ofSeconds(10);

  private final TokenSource source;
  private final Vault vault;
  private final Executor executor;
  private final Clock clock;
  private final Duration skew;

  private volatile @Nullable Tokens current;
  private volatile @Nullable Tokens bornOfRefusal;
  // The fields below are guarded by this.
  private @Nullable CompletableFuture<Tokens> flight;
  private @Nullable CredentialsException refusal;
  private Instant refusedAt = Instant.MIN;
  private boolean sessionSeen;
  private boolean signingIn;
  private boolean closed;
  private long forgotten;

  /**
   * Creates one; nothing is asked yet.
   *
   * @param source where tokens come from
   * @param vault where they are kept beside memory
   * @param executor where requests for tokens run
   * @param clock the clock
   * @param skew how far the clocks may differ
   */
  public TokenKeeper(
      TokenSource source, Vault vault, Executor executor, Clock clock, Duration skew) {
    this.source = source;
    this.vault = vault;
    this.executor = executor;
    this.clock = clock;
    this.skew = skew;
  }

  /**
   * A token that is valid now. Waits for one if it must.
   *
   * @return the access token
   * @throws CredentialsException if none can be had
   */
  public String accessToken() {
    Tokens known = current;
    Instant now = clock.instant();
    if (known != null && !known.stale(now, skew)) {
      if (known.due(now)) {
        renewInBackground(known);
      }
      return known.access();
    }
    return await(flight(known, false)).access();
  }

  /**
   * Looks for a better token than one that a server refused.
   *
   * @param refused the token that was sent
   * @return true if there is another one now
   */
  public boolean renew(String refused) {
    Tokens known = current;
    if (known == null || !known.access().equals(refused)) {
      return true;
    }
    if (known.equals(bornOfRefusal)
        && clock.instant().isBefore(known.obtained().plus(RENEWED_JUST_NOW))) {
      // It is as new as can be: it is not its age that the server does not like.
      return false;
    }
    Tokens next = await(flight(known, false));
    bornOfRefusal = next;
    return !next.access().equals(refused);
  }

  /**
   * Begins a new session, whatever there was.
   *
   * @throws CredentialsException if it cannot be had
   */
  public void signIn() {
    var unused = await(signInFlight());
  }

  private CompletableFuture<Tokens> signInFlight() {
    while (true) {
      CompletableFuture<Tokens> other;
      synchronized (this) {
        if (flight == null || signingIn) {
          CompletableFuture<Tokens> own = flight(null, true);
          signingIn = true;
          return own;
        }
        other = flight;
      }
      // However it ends: a renewal that goes on is no sign-in.
      var unused = await(other.handle((tokens, failure) -> true));
    }
  }

  /** The tokens as they are; they may be out of date. */
  public @Nullable Tokens current() {
    return current;
  }

  /** The tokens as they are, or those of a process before that this one has not used yet. */
  public @Nullable Tokens known() {
    Tokens known = current;
    return known != null ? known : restored();
  }

  /** Forgets everything, in the vault and on its way too. */
  public synchronized void forget() {
    forgotten++;
    lost();
  }

  /** Gives no more tokens; who waits for one is told so. */
  public synchronized void close() {
    closed = true;
    current = null;
    if (flight != null) {
      boolean unused = flight.cancel(false);
    }
  }

  private void renewInBackground(Tokens known) {
    var unused =
        flight(known, false)
            .whenComplete(
                (tokens, failure) -> {
                  if (failure != null) {
                    LOG.info("a token could not be renewed yet; it serves for a while");
                  }
                });
  }

  private synchronized CompletableFuture<Tokens> flight(@Nullable Tokens seen, boolean anew) {
    if (closed) {
      throw cancelled("the credentials are closed");
    }
    if (flight != null) {
      return flight;
    }
    Tokens known = current;
    Instant now = clock.instant();
    if (!anew && known != null && !known.equals(seen) && !known.stale(now, skew)) {
      return CompletableFuture.completedFuture(known);
    }
    if (!anew && refusal != null && isStillTrue(refusal, now)) {
      return CompletableFuture.failedFuture(refusal);
    }
    CompletableFuture<Tokens> started = new CompletableFuture<>();
    long begun = forgotten;
    try {
      executor.execute(() -> fly(started, known, anew, begun));
    } catch (RejectedExecutionException e) {
      throw cancelled("the credentials are closed");
    }
    flight = started;
    return started;
  }

  /** A wrong password is not tried again by itself: accounts are locked for that. */
  private boolean isStillTrue(CredentialsException refused, Instant now) {
    return refused.reason() == Reason.SIGN_IN_NEEDED || now.isBefore(refusedAt.plus(REFUSAL_KEPT));
  }

  private void fly(
      CompletableFuture<Tokens> started, @Nullable Tokens known, boolean anew, long begun) {
    try {
      Tokens next = next(known, anew);
      synchronized (this) {
        if (begun != forgotten) {
          // Whoever signed out must not be signed in again by a renewal that was on its way.
          vault.clear();
          throw cancelled("the session was ended while a token was waited for");
        }
        if (!closed) {
          current = next;
        }
        flight = null;
        signingIn = false;
        refusal = null;
        sessionSeen = true;
      }
      boolean unused = started.complete(next);
    } catch (RuntimeException | Error e) {
      synchronized (this) {
        flight = null;
        signingIn = false;
        if (e instanceof CredentialsException failure && isOfTheServer(failure.reason())) {
          refusal = failure;
          refusedAt = clock.instant();
        }
      }
      boolean unused = started.completeExceptionally(e);
    }
  }

  private static boolean isOfTheServer(Reason reason) {
    return reason != Reason.UNAVAILABLE && reason != Reason.CANCELLED;
  }

  private Tokens next(@Nullable Tokens known, boolean anew) {
    Tokens before = known != null || anew ? known : restored();
    if (!anew && before != null && !before.equals(known) && !before.stale(clock.instant(), skew)) {
      return before;
    }
    String refresh = anew || before == null ? null : before.refresh();
    if (refresh != null) {
      try {
        Tokens next = source.refresh(refresh);
        // A server that does not rotate refresh tokens leaves them out.
        return saved(
            next.refresh() != null
                ? next
                : new Tokens(next.access(), next.obtained(), next.expires(), refresh));
      } catch (CredentialsException e) {
        if (e.reason() != Reason.SIGN_IN_NEEDED) {
          throw e;
        }
        lost();
        if (!source.unattended()) {
          throw e;
        }
        LOG.debug("the session is over; a new one is begun");
      }
    }
    if (!anew && !source.unattended() && wasSignedIn()) {
      throw new CredentialsException(
          "there is no session any more: sign in again", Reason.SIGN_IN_NEEDED, null, null);
    }
    return saved(source.first());
  }

  private synchronized @Nullable Tokens restored() {
    return sessionSeen ? null : vault.load().orElse(null);
  }

  private synchronized boolean wasSignedIn() {
    return sessionSeen;
  }

  private synchronized void lost() {
    current = null;
    sessionSeen = true;
    vault.clear();
  }

  private Tokens saved(Tokens tokens) {
    try {
      vault.save(tokens);
    } catch (RuntimeException e) {
      // A session that is there is not thrown away because the next process will not find it. Of
      // what a store throws only the kind is told: it may quote what it was given.
      LOG.warn("the session is not kept beyond this process: {}", e.getClass().getSimpleName());
    }
    return tokens;
  }

  private static <T> T await(CompletableFuture<T> flight) {
    try {
      return flight.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cancelled("interrupted while waiting for a token");
    } catch (CancellationException e) {
      throw cancelled("the credentials were closed while a token was waited for");
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNull(e.getCause());
      if (cause instanceof CredentialsException failure) {
        // Many threads may wait for one failure: each gets a trace of its own.
        throw new CredentialsException(
            String.valueOf(failure.getMessage()),
            failure.reason(),
            failure.code().orElse(null),
            failure);
      }
      throw new IllegalStateException("a token could not be obtained", cause);
    }
  }

  private static CredentialsException cancelled(String why) {
    return new CredentialsException(why, Reason.CANCELLED, null, null);
  }
}
