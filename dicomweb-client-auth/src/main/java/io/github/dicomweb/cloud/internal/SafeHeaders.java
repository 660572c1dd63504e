// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cloud.internal;

import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.error.CredentialsException.Reason;
import java.util.Map;

/** Headers that come from elsewhere. */
public final class SafeHeaders {
  private SafeHeaders() {}

  /**
   * Refuses what cannot be sent, without quoting it: an HTTP library would.
   *
   * @param issuer who issues the credentials
   * @param headers names and values
   * @return the same, unmodifiable
   */
  public static Map<String, String> checked(String issuer, Map<String, String> headers) {
    headers.forEach(
        (name, value) -> {
          boolean sendable =
              !name.isEmpty()
                  && name.chars().allMatch(c -> c > ' ' && c < 0x7f && c != ':')
                  && !value.isEmpty()
                  && value.chars().allMatch(c -> c >= ' ' && c < 0x7f);
          if (!sendable) {
            throw new CredentialsException(
                "the credentials of " + issuer + " hold a character that no header may hold",
                Reason.MALFORMED,
                null,
                null);
          }
        });
    return Map.copyOf(headers);
  }
}
