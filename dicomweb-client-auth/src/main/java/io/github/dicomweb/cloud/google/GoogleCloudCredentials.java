// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cloud.google;

import com.google.auth.Retryable;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.UserCredentials;
import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.cloud.internal.Failures;
import io.github.dicomweb.cloud.internal.SafeHeaders;
import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.error.CredentialsException.Reason;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Google's own credentials for a DICOM store of the Cloud Healthcare API: service accounts,
 * workload identity, the metadata server, a user of {@code gcloud}. Google's library gets, caches
 * and renews the tokens; all headers it gives are sent, {@code x-goog-user-project} among them.
 *
 * <p>Thread-safe. {@code headers} may block while a token is fetched, and throws {@link
 * CredentialsException} if none can be had. Tested against a double of Google's token endpoint, not
 * against Google.
 */
public final class GoogleCloudCredentials implements Credentials {
  private static final String ISSUER = "Google";
  private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";

  private final com.google.auth.Credentials source;
  private final Object renewal = new Object();

  private GoogleCloudCredentials(com.google.auth.Credentials source) {
    this.source = source;
  }

  /**
   * Credentials the application has. Those that still need a scope get {@code cloud-platform}; for
   * a narrower one, such as {@code cloud-healthcare}, call {@code createScoped} beforehand.
   *
   * @param credentials Google's credentials
   * @return the credentials
   */
  @SuppressWarnings("exports") // who has the type requires its module already
  public static GoogleCloudCredentials of(com.google.auth.Credentials credentials) {
    if (credentials instanceof GoogleCredentials google && google.createScopedRequired()) {
      return new GoogleCloudCredentials(google.createScoped(SCOPE));
    }
    return new GoogleCloudCredentials(credentials);
  }

  /**
   * Application default credentials: what {@code GOOGLE_APPLICATION_CREDENTIALS} names, what {@code
   * gcloud auth application-default login} left, or the service account of the machine, in this
   * order. Looks for them now.
   *
   * @return the credentials
   * @throws CredentialsException if there are none
   */
  public static GoogleCloudCredentials applicationDefault() {
    try {
      return of(GoogleCredentials.getApplicationDefault());
    } catch (IOException | RuntimeException e) {
      throw Failures.of(
          ISSUER,
          e,
          Reason.REFUSED,
          "set GOOGLE_APPLICATION_CREDENTIALS to a readable key file, or run gcloud auth"
              + " application-default login");
    }
  }

  @Override
  public Map<String, String> headers(Target target) {
    Map<String, String> headers = new LinkedHashMap<>();
    metadata(origin(target.uri()))
        .forEach((name, values) -> headers.put(name, String.join(", ", values)));
    return SafeHeaders.checked(ISSUER, headers);
  }

  private Map<String, List<String>> metadata(URI origin) {
    try {
      return source.getRequestMetadata(origin);
    } catch (IOException | RuntimeException e) {
      throw failed(e);
    }
  }

  @Override
  public boolean renew(Refusal refusal) {
    synchronized (renewal) {
      // Whoever came first has done it for all.
      if (headers(refusal.target()).equals(refusal.headers())) {
        try {
          source.refresh();
        } catch (IOException | RuntimeException e) {
          throw failed(e);
        }
      }
      return !headers(refusal.target()).equals(refusal.headers());
    }
  }

  private CredentialsException failed(Exception e) {
    if (e instanceof Retryable retryable && retryable.isRetryable()) {
      return Failures.of(ISSUER, e, Reason.UNAVAILABLE, "try later");
    }
    return source instanceof UserCredentials
        ? Failures.of(
            ISSUER, e, Reason.SIGN_IN_NEEDED, "run gcloud auth application-default login again")
        : Failures.of(ISSUER, e, Reason.REFUSED, "check the account, its key and its rights");
  }

  // The rest of the URI may name a patient, and self-signed tokens are for an origin.
  private static URI origin(URI uri) {
    return URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + "/");
  }

  @Override
  public String toString() {
    return "Google credentials";
  }
}
