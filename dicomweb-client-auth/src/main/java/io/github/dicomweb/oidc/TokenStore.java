// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc;

import java.util.Optional;

/**
 * Where sessions outlive the process, so that nobody has to sign in again each time a program is
 * started. The values are secrets: a store encrypts them, or hands them to something that does.
 *
 * <p>Implementations are thread-safe; they are called rarely, when a session begins, is renewed or
 * ends, and may block.
 *
 * @see EncryptedTokenFile
 */
public interface TokenStore {
  /**
   * Reads what was saved last.
   *
   * @param key the session: issuer, client and scopes
   * @return the value, if there is one
   */
  Optional<byte[]> load(String key);

  /**
   * Keeps a value in place of the one before.
   *
   * @param key the session
   * @param value the value, which means nothing to the store
   */
  void save(String key, byte[] value);

  /**
   * Forgets a value, if there is one.
   *
   * @param key the session
   */
  void remove(String key);
}
