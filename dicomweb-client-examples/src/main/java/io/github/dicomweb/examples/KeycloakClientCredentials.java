// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.error.AuthenticationException;
import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.error.InsufficientScopeException;
import io.github.dicomweb.oidc.OidcCredentials;
import io.github.dicomweb.store.StoreReport;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A program without a person: a service account of Keycloak, or of any other authorization server,
 * searches and stores. Tokens are got when they are needed and renewed before they end, however
 * long a transfer takes.
 *
 * <p>Arguments: files or directories to store, or none. The servers are in the environment: {@link
 * ProtectedServer}.
 */
public final class KeycloakClientCredentials {
  private KeycloakClientCredentials() {}

  /**
   * Runs it.
   *
   * @param args what to store, if anything
   * @throws IOException if the trusted certificates cannot be read
   */
  public static void main(String[] args) throws IOException {
    ProtectedServer server = new ProtectedServer();
    try (OidcCredentials credentials = server.oidc().clientCredentials();
        DicomWebClient client = server.client(credentials)) {
      System.out.println(StudyCount.of(client));
      for (String path : args) {
        StoreReport report = client.storeInstances().add(Path.of(path)).execute();
        System.out.printf("%d stored, %d failed%n", report.stored().size(), report.failed().size());
      }
    } catch (CredentialsException e) {
      System.out.println("no token: " + e.reason() + ", " + e.getMessage());
    } catch (InsufficientScopeException e) {
      System.out.println("not allowed; it needs " + e.requiredScopes());
    } catch (AuthenticationException e) {
      System.out.println("not allowed: " + e.getMessage());
    }
  }
}
