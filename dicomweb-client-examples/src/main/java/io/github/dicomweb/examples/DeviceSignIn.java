// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.oidc.DeviceCode;
import io.github.dicomweb.oidc.OidcCredentials;
import java.io.IOException;

/**
 * A program without a browser, on a server or a scanner: it shows an address and a code, and the
 * person signs in on a telephone or another machine.
 *
 * <p>The servers are in the environment: {@link ProtectedServer}.
 */
public final class DeviceSignIn {
  private DeviceSignIn() {}

  /**
   * Runs it.
   *
   * @param args nothing
   * @throws IOException if the trusted certificates cannot be read
   */
  public static void main(String[] args) throws IOException {
    ProtectedServer server = new ProtectedServer();
    try (OidcCredentials credentials =
            server.oidc().revokeOnClose().signInOnDevice(DeviceSignIn::show);
        DicomWebClient client = server.client(credentials)) {
      credentials.signIn();
      System.out.println("signed in");
      System.out.println(StudyCount.of(client));
    } catch (CredentialsException e) {
      System.out.println("not signed in: " + e.reason() + ", " + e.getMessage());
    }
  }

  private static void show(DeviceCode code) {
    System.out.println("Open " + code.verificationUri() + " and enter " + code.userCode());
    code.verificationUriComplete().ifPresent(uri -> System.out.println("or open " + uri));
  }
}
