// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc.internal.endpoint;

import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import okhttp3.OkHttpClient;

/**
 * What the builder collected.
 *
 * @param issuer the authorization server
 * @param client who asks
 * @param authenticator how the client shows that it is the one
 * @param scope the scopes to ask for; may be empty
 * @param parameters further parameters of token requests
 * @param insecureAllowed whether secrets may travel over plain HTTP to another machine
 * @param http whose connections are used
 * @param patience how long a failing server is asked again
 * @param skew how far the clocks may differ
 * @param clock the clock
 */
public record Settings(
    Issuer issuer,
    ClientID client,
    Authenticator authenticator,
    Scope scope,
    Map<String, String> parameters,
    boolean insecureAllowed,
    OkHttpClient http,
    Duration patience,
    Duration skew,
    Clock clock) {

  /** Neither parameters nor secrets. */
  @Override
  public String toString() {
    return "Settings";
  }
}
