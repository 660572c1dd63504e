// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc.internal.token;

/** Where tokens come from. */
public interface TokenSource {
  /**
   * Gets the first tokens, or new ones without the help of old ones. May take as long as a person
   * does.
   *
   * @return the tokens
   */
  Tokens first();

  /**
   * Gets tokens by a refresh token.
   *
   * @param refreshToken the refresh token
   * @return the tokens
   */
  Tokens refresh(String refreshToken);

  /**
   * Whether {@link #first} disturbs nobody, so that it may be called at any time.
   *
   * @return false if a person must do something
   */
  boolean unattended();
}
