// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc.internal.token;

import java.util.Optional;

/** Where tokens outlive the process. */
public interface Vault {
  /** Keeps nothing. */
  Vault NONE =
      new Vault() {
        @Override
        public Optional<Tokens> load() {
          return Optional.empty();
        }

        @Override
        public void save(Tokens tokens) {
          // they live in memory only
        }

        @Override
        public void clear() {
          // there is nothing
        }
      };

  /** What was saved last, if it is still there. */
  Optional<Tokens> load();

  /** Keeps tokens in place of those before. */
  void save(Tokens tokens);

  /** Forgets them. */
  void clear();
}
