// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cloud.azure;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The claims a resource asks for in {@code WWW-Authenticate}, in Base64. */
final class ClaimsChallenge {
  private static final int MOST = 16 * 1024;
  private static final Pattern ERROR =
      Pattern.compile("[ ,]error=\"?insufficient_claims\"?", Pattern.CASE_INSENSITIVE);
  private static final Pattern CLAIMS =
      Pattern.compile("[ ,]claims=\"?([A-Za-z0-9+/_-]+)=*\"?", Pattern.CASE_INSENSITIVE);

  private ClaimsChallenge() {}

  /**
   * Reads them.
   *
   * @param challenges the values of the header
   * @return the claims as JSON, or null if none are asked for in a form that can be read
   */
  static @Nullable String claims(List<String> challenges) {
    for (String challenge : challenges) {
      Matcher claims = CLAIMS.matcher(challenge);
      if (challenge.length() <= MOST && ERROR.matcher(challenge).find() && claims.find()) {
        String text = claims.group(1).replace('-', '+').replace('_', '/');
        if (text.length() % 4 != 1) {
          return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
        }
      }
    }
    return null;
  }
}
