// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.oidc.OidcCredentials;
import java.io.IOException;

/**
 * A program on a person's desk: the browser opens, the person signs in there, with a second factor
 * if the authorization server wants one, and the program goes on. It never sees the password.
 *
 * <p>The servers are in the environment: {@link ProtectedServer}. The client is public, and allowed
 * to be redirected to {@code http://127.0.0.1}.
 */
public final class SignInWithBrowser {
  private SignInWithBrowser() {}

  /**
   * Runs it.
   *
   * @param args nothing
   * @throws IOException if the trusted certificates cannot be read
   */
  public static void main(String[] args) throws IOException {
    ProtectedServer server = new ProtectedServer();
    try (OidcCredentials credentials = server.oidc().revokeOnClose().signInWithBrowser();
        DicomWebClient client = server.client(credentials)) {
      System.out.println("sign in with your browser");
      credentials.signIn();
      System.out.println("signed in");
      System.out.println(StudyCount.of(client));
    } catch (CredentialsException e) {
      System.out.println("not signed in: " + e.reason() + ", " + e.getMessage());
    }
  }
}
