// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.dicom.part10.Part10Reader;
import io.github.dicomweb.retrieve.InstancePart;
import io.github.dicomweb.retrieve.Parts;
import io.github.dicomweb.retrieve.RetrieveReport;
import io.github.dicomweb.store.StoreReport;
import io.github.dicomweb.testdata.TestStudies;
import io.github.dicomweb.testkit.behavior.AcceptBehavior.AnySyntax;
import io.github.dicomweb.testkit.behavior.ServerBehavior;
import io.github.dicomweb.testkit.behavior.Truncation;
import io.github.dicomweb.testkit.behavior.Truncation.Ending;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The code of docs/migrating.md. */
class MigratingPageTest extends PageTest {
  private int read;

  private void read(InputStream in) throws IOException {
    Dataset dataset = Part10Reader.create().read(in).orThrow().dataset();
    assertThat(dataset.string(Tag.Modality)).hasValue("CT");
    read++;
  }

  @Test
  void directory_isStored() throws IOException {
    Path studies = directory.resolve("studies");
    TestStudies.copyAllTo(studies);
    StoreReport report = client.storeInstances().add(studies).execute();
    assertThat(report.isComplete()).isTrue();
    assertThat(report.stored()).hasSize(26);
  }

  @Test
  void dataset_isReadAndChanged() throws IOException {
    Dataset dataset = Part10Reader.create().read(SLICE.open()).orThrow().dataset();
    String id = dataset.string(Tag.PatientID).orElse("");
    int rows = dataset.intValue(Tag.Rows).orElse(0);
    Dataset changed = dataset.toBuilder().put(Tag.PatientID, "P-2").build();
    assertThat(id).isEqualTo("PHANTOM-1");
    assertThat(rows).isEqualTo(96);
    assertThat(changed.string(Tag.PatientID)).hasValue("P-2");
    assertThat(dataset.string(Tag.PatientID)).hasValue("PHANTOM-1");
  }

  @Test
  void parts_areRead() throws IOException {
    try (Parts<InstancePart> parts = client.retrieveSeries(studyUid, seriesUid).open()) {
      for (InstancePart part : parts) {
        read(part.inputStream());
      }
    }
    assertThat(read).isEqualTo(20);
  }

  @Test
  void series_areFound() {
    for (Dataset series :
        client.searchForSeries(studyUid).modality("CT").includeField(Tag.ProtocolName)) {
      System.out.println(series.intValue(Tag.SeriesNumber).orElse(0));
    }
    assertThat(printed()).containsExactly("1");
  }

  @Test
  void keys_areTheSameByNameAndByMethod() {
    assertThat(client.searchForStudies().match("PatientID", "HAND-2").execute().results())
        .isEqualTo(client.searchForStudies().patientId("HAND-2").execute().results())
        .hasSize(1);
  }

  @Test
  void transferSyntax_isNamedByItsUid() {
    RetrieveReport report =
        client
            .retrieveSeries(studyUid, seriesUid)
            .transferSyntax(TransferSyntax.of("1.2.840.10008.1.2.1"))
            .saveTo(directory);
    assertThat(report.received()).isEqualTo(20);
  }

  @Test
  void bulkData_isFoundByItsUrl() {
    String url =
        client
            .retrieveMetadata(studyUid, seriesUid, sopInstanceUid)
            .execute()
            .get(0)
            .bulkData(Tag.PixelData)
            .orElseThrow()
            .uri();
    byte[] first = client.retrieveBulkData(BulkDataReference.of(url)).range(0, 9).readAllBytes();
    assertThat(first).hasSize(10);
  }

  @Test
  void status_provesNothing() throws Exception {
    server.behavior(
        ServerBehavior.standard()
            .withAnswers(a -> a.withTruncation(Truncation.after(100_000, Ending.WELL_FRAMED))));

    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.baseUrl() + "/studies/" + studyUid))
            .header("Accept", "multipart/related; type=\"application/dicom\"; transfer-syntax=*")
            .build();
    HttpResponse<byte[]> response =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    System.out.println("status " + response.statusCode());

    RetrieveReport report = client.retrieveStudy(studyUid).saveTo(directory);
    System.out.println(report.verdict() + ", " + report.received() + " of 23");
    assertThat(printed()).containsExactly("status 200", "INCOMPLETE, 4 of 23");
  }

  @Test
  void negotiation_isRemembered() {
    server.behavior(ServerBehavior.standard().withAccept(a -> a.withAnySyntax(AnySyntax.REFUSED)));

    client.retrieveSeries(studyUid, seriesUid).saveTo(directory).orThrow();
    client.retrieveSeries(studyUid, seriesUid).saveTo(directory).orThrow();
    server.requests().stream()
        .flatMap(request -> request.header("Accept").stream())
        .filter(accept -> accept.startsWith("multipart"))
        .forEach(System.out::println);
    assertThat(printed())
        .containsExactly(
            "multipart/related; type=\"application/dicom\"; transfer-syntax=*",
            "multipart/related; type=\"application/dicom\"",
            "multipart/related; type=\"application/dicom\"");
  }
}
