// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.keycloak;

import io.github.dicomweb.it.samples.Missing;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives the tests the Keycloak of the run, which ends with the run. */
final class KeycloakExtension implements BeforeEachCallback, ParameterResolver {
  /** {@code true} turns tests that would be skipped for want of a Keycloak into failures. */
  static final String REQUIRE = "DICOMWEB_IT_REQUIRE_KEYCLOAK";

  private static final Namespace RUN = Namespace.create(KeycloakExtension.class);

  /** A start that failed is not tried again by each test. */
  private record Started(Optional<Keycloak> keycloak, Optional<IOException> failure)
      implements AutoCloseable {
    static Started of(KeycloakInstallation installation) {
      try {
        return new Started(Optional.of(Keycloak.start(installation)), Optional.empty());
      } catch (IOException e) {
        return new Started(Optional.empty(), Optional.of(e));
      }
    }

    @Override
    public void close() {
      keycloak.ifPresent(Keycloak::close);
    }
  }

  /** Before each test and not when the parameter is resolved: there, no test can be skipped. */
  @Override
  public void beforeEach(ExtensionContext context) {
    if (KeycloakInstallation.find().isEmpty()) {
      throw Missing.because("no Keycloak: looked for " + KeycloakInstallation.LOOKED_FOR, REQUIRE);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Keycloak.class;
  }

  @Override
  public Keycloak resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Started started =
        context
            .getRoot()
            .getStore(RUN)
            .computeIfAbsent(
                Started.class,
                key -> Started.of(KeycloakInstallation.find().orElseThrow()),
                Started.class);
    return started
        .keycloak()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Keycloak does not start", started.failure().orElseThrow()));
  }
}
