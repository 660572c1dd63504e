// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.store.InstanceSource;
import io.github.dicomweb.store.StoreReport;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Servers end idle connections, some after a second, and a store is sent once only. */
class IdleConnectionTest {
  @RegisterExtension final Wire wire = new Wire();

  @Test
  void store_afterTheServerEndedTheConnectionOfASearch_isStored() {
    TestObject object = TestStudies.structuredReport();
    wire.enqueue(
        new MockResponse.Builder()
            .addHeader("Content-Type", "application/dicom+json")
            .body("[]")
            .onResponseEnd(new SocketEffect.CloseSocket())
            .build());
    wire.enqueueJson(
        "{\"00081199\":{\"vr\":\"SQ\",\"Value\":[{\"00081155\":{\"vr\":\"UI\",\"Value\":[\""
            + object.sopInstanceUid()
            + "\"]}}]}}");
    DicomWebClient client = wire.client();
    assertThat(client.searchForStudies().execute().results()).isEmpty();

    StoreReport report =
        client.storeInstances().add(InstanceSource.of(object.fileName(), object.bytes())).execute();

    assertThat(report.isComplete()).as("%s", report).isTrue();
    assertThat(wire.requests()).isEqualTo(2);
  }
}
