// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.dicom.part10.Part10Reader;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.retrieve.FramePart;
import io.github.dicomweb.retrieve.FrameParts;
import io.github.dicomweb.retrieve.InstancePart;
import io.github.dicomweb.retrieve.Parts;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code of docs/migrating.md, and the calls in its tables. */
class MigratingPageTest extends PageTest {
  private static final Pattern CALL = Pattern.compile("client\\.(\\w+)\\(");

  @Test
  void calls_inTheTables_areThoseOfTheClient() throws IOException {
    Set<String> named = new HashSet<>();
    CALL.matcher(Files.readString(Path.of("../docs/migrating.md")))
        .results()
        .forEach(call -> named.add(call.group(1)));
    assertThat(named).hasSizeGreaterThan(10);
    assertThat(Arrays.stream(DicomWebClient.class.getMethods()).map(Method::getName).toList())
        .containsAll(named);
  }

  @Test
  void client_withSeveralRoots_isBuilt() {
    String password = "a password";
    DicomWebClient client =
        DicomWebClient.builder("https://pacs.example.org")
            .searchUrl("https://pacs.example.org/qidors")
            .retrieveUrl("https://pacs.example.org/wadors")
            .storeUrl("https://pacs.example.org/stowrs")
            .credentials(Credentials.basic("reader", password))
            .build();
    assertThat(client.toString()).doesNotContain(password);
    client.close();
  }

  @Test
  void walk_throughAStudy_isShort() throws IOException {
    for (Dataset study : client.searchForStudies().match("PatientID", "PHANTOM-1")) {
      String uid = study.string(Tag.StudyInstanceUID).orElseThrow();
      List<Dataset> metadata = client.retrieveMetadata(uid).execute();
      System.out.println(metadata.size() + " instances");
      try (Parts<InstancePart> parts = client.retrieveStudy(uid).open()) {
        for (InstancePart part : parts) {
          Dataset dataset = Part10Reader.create().read(part.inputStream()).orThrow().dataset();
          System.out.println(dataset.string(Tag.SOPClassUID).orElse("?"));
        }
      }
    }
    assertThat(printed()).hasSize(24).startsWith("23 instances").doesNotContain("?");
  }

  /** Each call of the table of Python's client. */
  @Test
  void calls_ofTheTable_doWhatItSays() throws IOException {
    String study = MULTI_FRAME.studyInstanceUid();
    String series = MULTI_FRAME.seriesInstanceUid();
    String instance = MULTI_FRAME.sopInstanceUid();
    assertThat(client.searchForStudies().execute().results()).hasSize(2);
    assertThat(client.searchForStudies().patientId("HAND-2").limit(1).offset(0).execute().results())
        .hasSize(1);
    assertThat(client.searchForSeries(study).includeField("Modality").execute().results())
        .hasSize(4);
    assertThat(client.searchForInstances(study, series).execute().results()).hasSize(1);
    assertThat(client.retrieveSeries(study, series).saveTo(directory).received()).isEqualTo(1);
    try (Parts<InstancePart> parts =
        client
            .retrieveInstance(SLICE.studyInstanceUid(), seriesUid, sopInstanceUid)
            .transferSyntax(TransferSyntax.of("1.2.840.10008.1.2.1"))
            .open()) {
      assertThat(parts.next()).isPresent();
    }
    try (FrameParts frames = client.retrieveFrames(study, series, instance, 1, 2).open()) {
      for (FramePart frame : frames) {
        System.out.println(frame.number());
      }
    }
    assertThat(printed()).containsExactly("1", "2");
    Dataset metadata = client.retrieveMetadata(study, series, instance).execute().get(0);
    BulkDataReference reference = metadata.bulkData(Tag.PixelData).orElseThrow();
    assertThat(client.retrieveBulkData(reference).readAllBytes()).hasSize(8 * 64 * 64);
    assertThat(
            client
                .retrieveRendered(study, series, instance, 1)
                .as(MediaType.JPEG)
                .quality(95)
                .execute()
                .bytes())
        .isNotEmpty();
    assertThat(client.storeInstances().add(directory).execute().isComplete()).isTrue();
    assertThat(Tags.parse("PatientName")).hasValue(Tag.PatientName);
  }
}
