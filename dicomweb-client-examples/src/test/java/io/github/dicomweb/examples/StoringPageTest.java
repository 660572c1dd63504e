// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.delete.DeleteReport;
import io.github.dicomweb.delete.RejectReport;
import io.github.dicomweb.delete.RejectionReasons;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.Uids;
import io.github.dicomweb.dicom.build.EncapsulatedPdf;
import io.github.dicomweb.dicom.build.NewInstance;
import io.github.dicomweb.dicom.build.SecondaryCapture;
import io.github.dicomweb.dicom.part10.BulkDataResolver;
import io.github.dicomweb.dicom.part10.Part10Reader;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.store.InstanceSource;
import io.github.dicomweb.store.StoreException;
import io.github.dicomweb.store.StoreOutcome;
import io.github.dicomweb.store.StoreReport;
import io.github.dicomweb.testdata.TestStudies;
import io.github.dicomweb.testkit.behavior.StoreBehavior;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The code of docs/storing.md. */
class StoringPageTest extends PageTest {
  private Path studies = Path.of("");

  @BeforeEach
  void empty() throws IOException {
    server.clear();
    studies = directory.resolve("studies");
    TestStudies.copyAllTo(studies);
  }

  @Test
  void directory_isStored() {
    StoreReport report = client.storeInstances().add(studies).execute();
    report.failed().forEach(outcome -> System.out.println(outcome.reason()));
    assertThat(report.isComplete()).isTrue();
    assertThat(server.size()).isEqualTo(26);
    assertThat(printed()).isEmpty();
  }

  @Test
  void sources_areOfManyKinds() throws IOException {
    byte[] bytes = TestStudies.deflated().bytes();
    Path slice = directory.resolve("slice.dcm");
    Files.write(slice, SLICE.bytes());
    URL url = slice.toUri().toURL();
    StoreReport report =
        client
            .storeInstances()
            .add(slice)
            .add(InstanceSource.of("from memory", bytes))
            .add(InstanceSource.of("from elsewhere", url::openStream))
            .execute();
    assertThat(report.stored()).hasSize(2);
    assertThat(report.skipped()).hasSize(1);
  }

  @Test
  void outcomes_areToldPerSource() throws IOException {
    Files.writeString(studies.resolve("readme.txt"), "no DICOM");
    StoreReport report = client.storeInstances().add(studies).execute();
    for (StoreOutcome outcome : report.outcomes()) {
      if (!report.stored().contains(outcome)) {
        System.out.println(
            outcome.status() + " " + outcome.source().name() + ": " + outcome.message());
      }
    }
    assertThat(printed())
        .containsExactly("SKIPPED " + studies.resolve("readme.txt") + ": not a DICOM file");
  }

  @Test
  void completeness_canBeInsistedOn() {
    try {
      client.storeInstances().add(studies).toStudy("1.2.3").execute().orThrow();
    } catch (StoreException e) {
      e.report().failed().stream()
          .flatMap(outcome -> outcome.reason().stream())
          .distinct()
          .forEach(System.out::println);
    }
    assertThat(printed())
        .containsExactly("A900H (data set does not match the SOP class, or the study)");
  }

  @Test
  void unconfirmed_isAskedForOrSentAgain() {
    server.behavior(server.behavior().withStore(s -> s.withListing(StoreBehavior.Listing.NONE)));
    StoreReport report = client.storeInstances().add(studies).execute();
    assertThat(report.unconfirmed()).hasSize(26);
    server.behavior(server.behavior().withStore(s -> s.withListing(StoreBehavior.Listing.ALL)));

    List<InstanceSource> open = new ArrayList<>();
    for (StoreOutcome outcome : report.unconfirmed()) {
      String uid = outcome.sopInstanceUid().orElseThrow();
      if (client.searchForInstances().sopInstanceUid(uid).execute().results().isEmpty()) {
        open.add(outcome.source());
      }
    }
    assertThat(open).isEmpty();

    StoreReport again =
        client
            .storeInstances()
            .addAll(report.unconfirmed().stream().map(StoreOutcome::source).toList())
            .execute();
    assertThat(again.isComplete()).isTrue();
  }

  @Test
  void metadataAndBulkData_goInsteadOfFiles() {
    StoreReport report = client.storeInstances().add(studies.resolve("phantom")).asJson().execute();
    assertThat(report.stored()).hasSize(23);
  }

  @Test
  void datasets_becomeFilesWhileTheyAreSent() throws IOException {
    Path file = studies.resolve(SLICE.fileName());
    Dataset slice = Part10Reader.create().referToValuesAbove(1024).read(file).orThrow().dataset();
    Dataset copy =
        slice.toBuilder()
            .put(Tag.SOPInstanceUID, Uids.newUid())
            .put(Tag.SeriesInstanceUID, Uids.newUid())
            .put(Tag.SeriesDescription, "A copy")
            .build();
    client.storeInstances().add(copy, BulkDataResolver.filesBelow(file)).execute().orThrow();
    assertThat(server.size()).isEqualTo(1);
  }

  @Test
  void instances_areBuiltInCode() {
    server.store(SLICE.bytes());
    BufferedImage picture = new BufferedImage(96, 64, BufferedImage.TYPE_INT_RGB);
    byte[] pdf = OnePagePdf.saying("Nothing to worry about.");
    Dataset image = client.retrieveMetadata(studyUid, seriesUid, sopInstanceUid).execute().get(0);
    Dataset capture = SecondaryCapture.of(picture).inStudyOf(image).toDataset();
    Dataset document = EncapsulatedPdf.of(pdf).title("A document").inStudyOf(image).toDataset();
    Dataset note =
        NewInstance.inStudyOf(image, "1.2.840.10008.5.1.4.1.1.88.11", "SR")
            .put(Tag.CompletionFlag, "PARTIAL")
            .put(Tag.VerificationFlag, "UNVERIFIED")
            .build();
    client.storeInstances().add(capture).add(document).add(note).execute().orThrow();
    assertThat(server.size()).isEqualTo(4);
    assertThat(client.searchForSeries(studyUid).execute().results()).hasSize(4);
  }

  @Test
  void deletion_isOfServersThatHaveIt() {
    client.storeInstances().add(studies).execute().orThrow();
    String other = TestStudies.deflated().studyInstanceUid();
    try (DicomWebClient azure = client.withProfile(ServerProfile.azure())) {
      DeleteReport deleted = azure.deletions().study(studyUid).execute().orThrow();
      System.out.println(deleted.status());
    }
    try (DicomWebClient dcm4chee = client.withProfile(ServerProfile.dcm4chee())) {
      RejectReport rejected =
          dcm4chee.deletions().rejectStudy(other, RejectionReasons.QUALITY).execute();
      System.out.println(rejected.count().orElse(-1));
    }
    assertThat(printed()).containsExactly("DELETED", "3");
    assertThatThrownBy(() -> client.deletions().study(studyUid).execute())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
