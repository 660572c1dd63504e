// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cloud.google;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.cloud.CloudRecipesTest;
import io.github.dicomweb.error.CredentialsException;

/** The recipe for Google in a process of its own. */
final class ApplicationDefaultMain {
  private ApplicationDefaultMain() {}

  public static void main(String[] args) {
    try (DicomWebClient client = CloudRecipesTest.google(args[0])) {
      System.out.println(
          "found " + client.searchForStudies().execute().results().size() + " studies");
    } catch (CredentialsException e) {
      System.out.println("CredentialsException " + e.reason() + " " + e.getMessage());
    }
  }
}
