// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.testdata.TestStudies;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The server of a test from a field. */
final class DicomWebServerExtensionFieldTest {
  @RegisterExtension final DicomWebServerExtension dicomWeb = new DicomWebServerExtension();

  @RepeatedTest(2)
  void server_isTheOneOfTheTest(DicomWebTestServer server) {
    dicomWeb.server().store(TestStudies.bigEndian().bytes());

    assertThat(dicomWeb.server()).isSameAs(server);
    assertThat(server.size()).isEqualTo(1);
  }
}
