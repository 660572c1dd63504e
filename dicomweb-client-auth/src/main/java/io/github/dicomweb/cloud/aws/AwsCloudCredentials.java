// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cloud.aws;

import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.cloud.internal.Failures;
import io.github.dicomweb.cloud.internal.SafeHeaders;
import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.error.CredentialsException.Reason;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;

/**
 * AWS credentials for the DICOMweb end point of AWS HealthImaging: each request is signed with AWS
 * Signature Version 4. Keys come from a provider of AWS' library, which is asked before each
 * request and caches and renews them, roles and sessions included.
 *
 * <p>What is signed: method, URI, {@code Host} and the {@code x-amz-*} headers. An upload is
 * streamed and its bytes are not part of the signature: {@code x-amz-content-sha256} says {@code
 * STREAMING-AWS4-HMAC-SHA256-PAYLOAD} and {@code x-amz-decoded-content-length} the length of the
 * body, which is not cut into signed chunks. This is how AWS' developer guide shows {@code
 * StoreDICOM}; TLS protects the bytes. So the length must be known beforehand, as it is for files
 * and bytes.
 *
 * <p>AWS refuses a signature that is more than some minutes old with 403; the clock of this machine
 * must be right, nothing here corrects it from the {@code Date} of an answer.
 *
 * <p>Thread-safe. {@code headers} may block while keys are fetched, and throws {@link
 * CredentialsException} if there are none. Tested against AWS' published examples, AWS' own signer
 * and a double that checks signatures, not against HealthImaging.
 */
public final class AwsCloudCredentials implements Credentials {
  private static final String ISSUER = "AWS";
  private static final String EMPTY =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  private static final String STREAMED = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
  private static final String AUTHORIZATION = "Authorization";
  private static final String TOKEN = "x-amz-security-token";

  private final IdentityProvider<? extends AwsCredentialsIdentity> source;
  private final SignatureV4 signature;
  private final Clock clock;

  AwsCloudCredentials(
      String region, IdentityProvider<? extends AwsCredentialsIdentity> source, Clock clock) {
    this.source = source;
    this.signature = new SignatureV4(region, "medical-imaging");
    this.clock = clock;
  }

  /**
   * For a data store of HealthImaging, with {@code
   * https://dicom-medical-imaging.REGION.amazonaws.com/datastore/ID} as the client's base URL.
   *
   * @param region the region, such as {@code us-east-1}
   * @param provider gives the keys, such as AWS' {@code DefaultCredentialsProvider}
   * @return the credentials
   * @throws IllegalArgumentException if that cannot be a region
   */
  @SuppressWarnings("exports") // who has the type requires its module already
  public static AwsCloudCredentials healthImaging(
      String region, IdentityProvider<? extends AwsCredentialsIdentity> provider) {
    if (!region.matches("[a-z0-9-]+")) {
      throw new IllegalArgumentException("a region is lower case letters, digits and hyphens");
    }
    return new AwsCloudCredentials(region, provider, Clock.systemUTC());
  }

  @Override
  public Map<String, String> headers(Target target) {
    AwsCredentialsIdentity identity = identity();
    String payload = target.bodyLength() == 0 ? EMPTY : STREAMED;
    SortedMap<String, String> headers = new TreeMap<>();
    headers.put("x-amz-date", SignatureV4.time(clock.instant()));
    headers.put("x-amz-content-sha256", payload);
    if (target.bodyLength() != 0) {
      headers.put("x-amz-decoded-content-length", length(target));
    }
    if (identity instanceof AwsSessionCredentialsIdentity session) {
      headers.put(TOKEN, session.sessionToken());
    }
    String authorization =
        signature.authorization(
            target.method(),
            target.uri(),
            headers,
            payload,
            identity.accessKeyId(),
            identity.secretAccessKey());
    Map<String, String> all = new HashMap<>(headers);
    all.put(AUTHORIZATION, authorization);
    return SafeHeaders.checked(ISSUER, all);
  }

  private static String length(Target target) {
    if (target.bodyLength() < 0) {
      throw new CredentialsException(
          "HealthImaging must be told the length of an upload before it is sent: store files or"
              + " bytes, or set uploadFraming of the server profile to SIZED",
          Reason.REFUSED,
          null,
          null);
    }
    return Long.toString(target.bodyLength());
  }

  private AwsCredentialsIdentity identity() {
    AwsCredentialsIdentity identity;
    try {
      identity = source.resolveIdentity().join();
    } catch (CompletionException e) {
      throw failed(e.getCause() == null ? e : e.getCause());
    } catch (RuntimeException e) {
      throw failed(e);
    }
    if (identity == null || identity.accessKeyId() == null || identity.secretAccessKey() == null) {
      throw new CredentialsException(
          "AWS' library gave no keys: requests must be signed", Reason.MALFORMED, null, null);
    }
    return identity;
  }

  private static CredentialsException failed(Throwable e) {
    return Failures.of(ISSUER, e, Reason.REFUSED, "check the profile, the role or the environment");
  }

  /** Looks whether the provider has other keys by now. */
  @Override
  public boolean renew(Refusal refusal) {
    AwsCredentialsIdentity identity = identity();
    String token =
        identity instanceof AwsSessionCredentialsIdentity session ? session.sessionToken() : "";
    return !refusal
            .headers()
            .getOrDefault(AUTHORIZATION, "")
            .contains(" Credential=" + identity.accessKeyId() + "/")
        || !refusal.headers().getOrDefault(TOKEN, "").equals(token);
  }

  @Override
  public String toString() {
    return "AWS credentials for HealthImaging";
  }
}
