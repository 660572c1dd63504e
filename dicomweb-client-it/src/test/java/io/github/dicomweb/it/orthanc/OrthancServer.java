// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.orthanc;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.DicomWebClientBuilder;
import io.github.dicomweb.profile.ServerProfile;

/** An Orthanc that was empty when the test began, and whose contents go when it is closed. */
public interface OrthancServer extends AutoCloseable {

  /** The address of the DICOMweb services. */
  default String dicomWebUrl() {
    return rest().baseUrl() + "/dicom-web";
  }

  /** Orthanc's own interface, by which tests see what it really has. */
  OrthancRest rest();

  /**
   * Ends the server at once, as a crash would.
   *
   * @throws org.opentest4j.TestAbortedException if it is a server that is not ours to end
   */
  void kill();

  @Override
  void close();

  /** A builder of clients of this server. */
  default DicomWebClientBuilder clientBuilder() {
    return DicomWebClient.builder(dicomWebUrl());
  }

  /** A client that knows what server it talks to. */
  default DicomWebClient client() {
    return clientBuilder().profile(ServerProfile.orthanc()).build();
  }
}
