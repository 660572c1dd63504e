// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cloud.azure;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.cloud.internal.Failures;
import io.github.dicomweb.cloud.internal.SafeHeaders;
import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.error.CredentialsException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Azure's own credentials for the DICOM service of Azure Health Data Services: anything that is a
 * {@link TokenCredential}, such as {@code DefaultAzureCredential}, a managed identity or a client
 * secret. Azure's library gets the tokens; one is kept here until it should be renewed, since not
 * every credential of that library keeps its own. While a token is still good, it is used even if
 * its renewal fails.
 *
 * <p>After a 401 with a claims challenge (continuous access evaluation) a token for these claims is
 * asked for. After any other 401 Azure's library is asked again; it may well give the same token
 * from its cache, which is then not sent a second time.
 *
 * <p>Thread-safe. {@code headers} may block while a token is fetched, and throws {@link
 * CredentialsException} if none can be had. Tested against a double of Entra ID, not against Azure.
 */
public final class AzureCloudCredentials implements Credentials {
  /** The scope of the DICOM service of the public cloud. */
  public static final String DICOM_SCOPE = "https://dicom.healthcareapis.azure.com/.default";

  private static final String ISSUER = "Azure";
  private static final String AUTHORIZATION = "Authorization";
  private static final Duration AHEAD = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final TokenCredential source;
  private final String scope;
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile @Nullable Kept kept;

  private record Kept(AccessToken token, Instant renewAt) {}

  private AzureCloudCredentials(TokenCredential source, String scope) {
    this.source = source;
    this.scope = scope;
  }

  /**
   * For the DICOM service of the public cloud.
   *
   * @param credential Azure's credential
   * @return the credentials
   */
  @SuppressWarnings("exports") // who has the type requires its module already
  public static AzureCloudCredentials of(TokenCredential credential) {
    return of(credential, DICOM_SCOPE);
  }

  /**
   * For another audience: a sovereign cloud, or a DICOM server of one's own behind Entra ID.
   *
   * @param credential Azure's credential
   * @param scope the scope, such as {@code api://my-server/.default}
   * @return the credentials
   */
  @SuppressWarnings("exports") // who has the type requires its module already
  public static AzureCloudCredentials of(TokenCredential credential, String scope) {
    return new AzureCloudCredentials(credential, scope);
  }

  @Override
  public Map<String, String> headers(Target target) {
    return headers(token());
  }

  private static Map<String, String> headers(AccessToken token) {
    return SafeHeaders.checked(ISSUER, Map.of(AUTHORIZATION, "Bearer " + token.getToken()));
  }

  private AccessToken token() {
    Kept now = kept;
    if (now != null && Instant.now().isBefore(now.renewAt())) {
      return now.token();
    }
    // One thread renews; the others go on with a token that is still good, if there is one.
    boolean good = now != null && !now.token().isExpired();
    if (now != null && good && !fetching.tryLock()) {
      return now.token();
    }
    if (!good) {
      fetching.lock();
    }
    try {
      Kept other = kept;
      if (other != null && !other.equals(now) && !other.token().isExpired()) {
        return other.token();
      }
      return fetch(null);
    } catch (CredentialsException e) {
      if (now == null || !good) {
        throw e;
      }
      kept = new Kept(now.token(), Instant.now().plus(PAUSE));
      return now.token();
    } finally {
      fetching.unlock();
    }
  }

  private AccessToken fetch(@Nullable String claims) {
    TokenRequestContext context = new TokenRequestContext().addScopes(scope);
    if (claims != null) {
      context.setClaims(claims).setCaeEnabled(true);
    }
    AccessToken token;
    try {
      token = source.getTokenSync(context);
    } catch (RuntimeException e) {
      throw Failures.of(
          ISSUER, e, Reason.REFUSED, "check the identity, its secret and its role on the service");
    }
    if (token == null || token.getToken() == null) {
      throw new CredentialsException("Azure's library gave no token", Reason.MALFORMED, null, null);
    }
    kept = new Kept(token, renewAt(token));
    return token;
  }

  // Azure's library says 1970 when Entra ID named no time.
  private static Instant renewAt(AccessToken token) {
    OffsetDateTime refresh = token.getRefreshAt();
    return refresh != null && refresh.toEpochSecond() > 0
        ? refresh.toInstant()
        : token.getExpiresAt().toInstant().minus(AHEAD);
  }

  @Override
  public boolean renew(Refusal refusal) {
    fetching.lock();
    try {
      Kept now = kept;
      // Whoever came first has done it for all.
      if (now != null && !headers(now.token()).equals(refusal.headers())) {
        return true;
      }
      return !headers(fetch(ClaimsChallenge.claims(refusal.challenges())))
          .equals(refusal.headers());
    } finally {
      fetching.unlock();
    }
  }

  @Override
  public String toString() {
    return "Azure credentials";
  }
}
