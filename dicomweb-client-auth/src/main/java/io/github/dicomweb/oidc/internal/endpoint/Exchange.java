// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc.internal.endpoint;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.failsafe.RetryPolicyBuilder;
import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.error.CredentialsException.Reason;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one request until it is answered, for as long as the settings have patience. */
final class Exchange {
  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final OkHttpSender sender;
  private final RetryPolicy<HTTPResponse> policy;

  Exchange(Settings settings) {
    this.sender = new OkHttpSender(settings.http());
    this.policy = policy(settings.patience());
  }

  private static RetryPolicy<HTTPResponse> policy(Duration patience) {
    RetryPolicyBuilder<HTTPResponse> policy =
        RetryPolicy.<HTTPResponse>builder()
            .handleIf(Exchange::worthAnother)
            .handleResultIf(Exchange::busy);
    if (patience.compareTo(FIRST_PAUSE) <= 0) {
      return policy.withMaxRetries(0).build();
    }
    return policy
        .withMaxRetries(-1)
        .withBackoff(FIRST_PAUSE, LONGEST_PAUSE)
        .withMaxDuration(patience)
        .withJitter(0.2)
        .withDelayFn(context -> retryAfter(context.getLastResult()))
        .onRetry(event -> LOG.debug("asks again, for the {}. time", event.getAttemptCount()))
        .build();
  }

  private static boolean worthAnother(Throwable failure) {
    return failure instanceof IOException
        && !(failure instanceof SSLException)
        && !(failure instanceof OkHttpSender.TooLongException);
  }

  private static boolean busy(@Nullable HTTPResponse response) {
    return response != null && (response.getStatusCode() >= 500 || response.getStatusCode() == 429);
  }

  /** Negative: the usual pause. */
  private static Duration retryAfter(@Nullable HTTPResponse response) {
    String value = response == null ? null : response.getHeaderValue("Retry-After");
    return value != null && value.matches("\\d{1,4}")
        ? Duration.ofSeconds(Math.min(Long.parseLong(value), 60))
        : Duration.ofSeconds(-1);
  }

  /**
   * Sends it.
   *
   * @param what what it is, for failures
   * @param request makes the request, anew for each attempt: assertions are used once
   * @return an answer that is neither 429 nor 5xx
   */
  HTTPResponse send(String what, Supplier<HTTPRequest> request) {
    HTTPResponse response;
    try {
      response = Failsafe.with(policy).get(() -> request.get().send(sender));
    } catch (FailsafeException e) {
      throw failure(what, e);
    }
    if (busy(response)) {
      throw Failures.unavailable(what + " was answered " + response.getStatusCode(), null);
    }
    return response;
  }

  private static CredentialsException failure(String what, FailsafeException e) {
    Throwable cause = e.getCause();
    if (cause instanceof InterruptedException) {
      Thread.currentThread().interrupt();
      return new CredentialsException(what + ": interrupted", Reason.CANCELLED, null, null);
    }
    if (cause instanceof OkHttpSender.TooLongException) {
      return Failures.malformed(what, "the answer is longer than any should be");
    }
    if (cause instanceof SSLException) {
      return new CredentialsException(
          what + ": no TLS session with the authorization server; is its certificate trusted?",
          Reason.UNAVAILABLE,
          null,
          cause);
    }
    return Failures.unavailable(what, cause);
  }

  /**
   * Refuses an end point that would be told secrets in the open.
   *
   * @param what which one
   * @param uri where it is, or null
   * @param insecureAllowed whether plain HTTP to another machine is allowed
   * @return the end point
   */
  static URI require(String what, @Nullable URI uri, boolean insecureAllowed) {
    if (uri == null) {
      throw new CredentialsException(
          "the authorization server has no " + what, Reason.REFUSED, null, null);
    }
    String host = uri.getHost() == null ? "" : uri.getHost();
    boolean here =
        host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    boolean https = "https".equalsIgnoreCase(uri.getScheme());
    boolean http = "http".equalsIgnoreCase(uri.getScheme());
    if (host.isEmpty() || !(https || (http && (here || insecureAllowed)))) {
      throw new CredentialsException(
          "the " + what + " of the authorization server is not HTTPS", Reason.REFUSED, null, null);
    }
    return uri;
  }
}
