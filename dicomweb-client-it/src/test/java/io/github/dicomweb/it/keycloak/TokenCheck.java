// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.keycloak;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Decides whether a token is good. */
interface TokenCheck {

  /**
   * Checks a token.
   *
   * @throws RefusedException if it is not good
   * @throws IOException if that cannot be found out now
   */
  Accepted check(String token) throws RefusedException, IOException;

  /**
   * A good token.
   *
   * @param roles the roles of whom it was issued for
   * @param certificate the thumbprint of the certificate it is bound to, as {@code x5t#S256} has it
   */
  record Accepted(Set<String> roles, Optional<String> certificate) {}
}
