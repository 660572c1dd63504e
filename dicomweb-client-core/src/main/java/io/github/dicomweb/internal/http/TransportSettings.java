// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.http;

import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.config.Limits;
import io.github.dicomweb.config.Timeouts;
import io.github.dicomweb.config.Tls;
import io.github.dicomweb.profile.ServerProfile;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What the builder of the client collected.
 *
 * @param bases the base URL of each service
 * @param origins where credentials and configured headers may go
 * @param credentials the user's credentials
 * @param timeouts the timeouts by phase
 * @param limits the limits of everything that is read
 * @param profile the facts about the server
 * @param headers headers added to each request to a configured origin
 * @param tls trust and client certificate, or null for those of the HTTP client
 */
public record TransportSettings(
    Map<Service, HttpUrl> bases,
    Origins origins,
    Credentials credentials,
    Timeouts timeouts,
    Limits limits,
    ServerProfile profile,
    List<Map.Entry<String, String>> headers,
    @Nullable Tls tls) {

  /** The same with another profile. */
  TransportSettings withProfile(ServerProfile other) {
    return new TransportSettings(
        bases, origins, credentials, timeouts, limits, other, headers, tls);
  }

  /** The same for somebody else. */
  TransportSettings withCredentials(Credentials other) {
    if (other != Credentials.none()) {
      bases.values().forEach(origins::requireSecret);
    }
    return new TransportSettings(bases, origins, other, timeouts, limits, profile, headers, tls);
  }

  /** Neither headers nor URLs. */
  @Override
  public String toString() {
    return "TransportSettings";
  }
}
