// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.orthanc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.dicom.part10.Part10Header;
import io.github.dicomweb.dicom.part10.Part10HeaderReader;
import io.github.dicomweb.error.DicomFormatException;
import io.github.dicomweb.it.samples.SamplePackages;
import io.github.dicomweb.store.InstanceSource;
import io.github.dicomweb.store.StoreOutcome;
import io.github.dicomweb.store.StoreReport;
import io.github.dicomweb.store.StoreRequest;
import io.github.dicomweb.store.StoreStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@OrthancTest
class OrthancStoreTest {

  @Test
  void store_allSamplesInOneSizedRequest_storesEach(OrthancServer server) throws Exception {
    storeAllAndCompare(server, sample -> InstanceSource.of(sample.file()));
  }

  @Test
  void store_allSamplesInOneChunkedRequest_storesEach(OrthancServer server) throws Exception {
    storeAllAndCompare(
        server,
        sample -> InstanceSource.of(sample.name(), () -> Files.newInputStream(sample.file())));
  }

  private static void storeAllAndCompare(
      OrthancServer server, Function<Sample, InstanceSource> source) throws Exception {
    List<Sample> storable = SampleFiles.storable(server);
    assertThat(server.rest().instanceCount()).isZero();

    StoreReport report;
    try (DicomWebClient client = server.client()) {
      report = client.storeInstances().addAll(storable.stream().map(source).toList()).execute();
    }

    assertThat(report.stored()).hasSizeGreaterThanOrEqualTo(SampleFiles.WANTED);
    assertThat(report.isComplete()).as("%s", report).isTrue();
    assertThat(report.failure()).isEmpty();
    assertThat(server.rest().instanceCount()).isEqualTo(storable.size());
    assertThat(server.rest().sopInstanceUids())
        .containsExactlyInAnyOrderElementsOf(storable.stream().map(Sample::instance).toList());
  }

  /** Broken files, files that are no DICOM, directories of media and duplicates among the good. */
  @Test
  void store_directoriesAsTheyAre_countsAsStoredExactlyWhatOrthancHas(OrthancServer server)
      throws Exception {
    StoreReport report;
    try (DicomWebClient client = server.client()) {
      StoreRequest request = client.storeInstances();
      for (Path directory : SampleFiles.directories()) {
        request = request.add(directory);
      }
      report = request.execute();
    }

    assertThat(report.outcomes()).hasSameSizeAs(SampleFiles.files());
    assertThat(report.stored()).hasSizeGreaterThanOrEqualTo(SampleFiles.WANTED);
    assertThat(instances(report.stored()))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(server.rest().sopInstanceUids());
    // Orthanc says nothing of what it cannot parse, and lists what lacks a study as failed.
    assertThat(report.failed()).isNotEmpty().allMatch(o -> o.reason().isPresent());
    assertThat(report.unconfirmed()).isNotEmpty();
    assertThat(report.isComplete()).isFalse();
    assertNothingLost(report);
  }

  /** What was not sent had a reason; what had none was sent. */
  private static void assertNothingLost(StoreReport report) throws IOException {
    Set<String> seen = new HashSet<>();
    for (StoreOutcome outcome : report.outcomes()) {
      Optional<Part10Header> header = header(Path.of(outcome.source().name()));
      boolean identified =
          header.isPresent()
              && header.get().sopInstanceUid().isPresent()
              && header.get().sopClassUid().isPresent();
      boolean directory =
          identified
              && header.get().sopClassUid().filter("1.2.840.10008.1.3.10"::equals).isPresent();
      boolean sendable =
          identified && !directory && seen.add(header.get().sopInstanceUid().orElseThrow());
      assertThat(outcome.status() != StoreStatus.SKIPPED)
          .as("%s: %s", outcome.source().name(), outcome.message())
          .isEqualTo(sendable);
    }
  }

  private static Optional<Part10Header> header(Path file) throws IOException {
    try {
      return Optional.of(Part10HeaderReader.read(file));
    } catch (DicomFormatException e) {
      return Optional.empty();
    }
  }

  /** Orthanc answers 409 and stores what belongs to the study. */
  @Test
  void store_toOneStudyWithInstancesOfAnother_storesOnlyItsOwn(OrthancServer server)
      throws Exception {
    List<Sample> samples = SampleFiles.storable(server);
    String study = samples.get(0).study();
    StoreReport report;
    try (DicomWebClient client = server.client()) {
      report =
          client
              .storeInstances()
              .addAll(samples.stream().map(s -> InstanceSource.of(s.file())).toList())
              .toStudy(study)
              .execute();
    }

    List<String> own =
        samples.stream().filter(s -> s.study().equals(study)).map(Sample::instance).toList();
    assertThat(report.httpStatus()).hasValue(409);
    assertThat(instances(report.stored())).containsExactlyInAnyOrderElementsOf(own);
    assertThat(server.rest().sopInstanceUids()).containsExactlyInAnyOrderElementsOf(own);
    assertThat(report.failed()).hasSize(samples.size() - own.size());
    assertThat(report.failed()).allMatch(o -> o.reason().orElseThrow().code() == 0x0110);
  }

  /** Orthanc ends idle connections after a second, and a store may not be sent twice. */
  @Test
  void store_afterOrthancClosedTheIdleConnection_stores(OrthancServer server) throws Exception {
    Path file = SamplePackages.pydicom().resolve("test_files/CT_small.dcm");
    Path another = file.resolveSibling("MR_small.dcm");
    Path third = file.resolveSibling("rtplan.dcm");
    try (DicomWebClient client = server.client()) {
      assertThat(client.searchForStudies().execute().results()).isEmpty();
      idle();

      StoreReport report = client.storeInstances().add(file).execute();

      assertThat(report.isComplete()).as("%s", report).isTrue();
      assertThat(server.rest().instanceCount()).isEqualTo(1);
      idle();
      assertThat(client.searchForStudies().execute().results()).hasSize(1);
      assertThat(client.storeInstances().add(another).execute().isComplete()).isTrue();
      idle();
      assertThat(client.storeInstances().add(third).execute().isComplete()).isTrue();
    }
  }

  private static void idle() {
    Awaitility.await().pollDelay(Duration.ofMillis(1500)).until(() -> true);
  }

  private static List<String> instances(List<StoreOutcome> outcomes) {
    return outcomes.stream().map(o -> o.sopInstanceUid().orElseThrow()).toList();
  }
}
