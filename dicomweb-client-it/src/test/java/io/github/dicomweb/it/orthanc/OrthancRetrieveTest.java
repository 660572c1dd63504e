// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.orthanc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.dicom.part10.Part10File;
import io.github.dicomweb.dicom.part10.Part10Reader;
import io.github.dicomweb.retrieve.InstancePart;
import io.github.dicomweb.retrieve.InstancesRequest;
import io.github.dicomweb.retrieve.Parts;
import io.github.dicomweb.retrieve.RetrieveReport;
import io.github.dicomweb.retrieve.SavedInstance;
import io.github.dicomweb.retrieve.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OrthancTest
class OrthancRetrieveTest {
  @TempDir private Path directory;

  @Test
  void retrieveInstance_eachSample_givesTheBytesThatWereStored(OrthancServer server)
      throws Exception {
    List<Sample> samples = SampleFiles.loadInto(server);
    try (DicomWebClient client = server.client()) {
      for (Sample sample : samples) {
        InstancesRequest request =
            client.retrieveInstance(sample.study(), sample.series(), sample.instance());
        try (Parts<InstancePart> parts = request.open()) {
          byte[] received = parts.next().orElseThrow().readAllBytes();
          assertThat(received).as(sample.name()).isEqualTo(sample.bytes());
          assertThat(parts.next()).isEmpty();
          assertThat(parts.ended()).isTrue();
        }
      }
    }
  }

  @Test
  void saveTo_eachInstance_isComplete(OrthancServer server) throws Exception {
    List<Sample> samples = SampleFiles.loadInto(server);
    try (DicomWebClient client = server.client()) {
      for (Sample sample : samples) {
        assertComplete(
            client.retrieveInstance(sample.study(), sample.series(), sample.instance()),
            List.of(sample));
      }
    }
    assertFilesAre(samples);
  }

  @Test
  void saveTo_eachSeries_isCompleteAndGivesTheBytesThatWereStored(OrthancServer server)
      throws Exception {
    List<Sample> samples = SampleFiles.loadInto(server);
    try (DicomWebClient client = server.client()) {
      for (List<Sample> series : grouped(samples, s -> s.study() + '/' + s.series())) {
        Sample first = series.get(0);
        assertComplete(client.retrieveSeries(first.study(), first.series()), series);
      }
    }
    assertFilesAre(samples);
  }

  @Test
  void saveTo_eachStudy_isCompleteAndGivesTheBytesThatWereStored(OrthancServer server)
      throws Exception {
    List<Sample> samples = SampleFiles.loadInto(server);
    try (DicomWebClient client = server.client()) {
      for (List<Sample> study : grouped(samples, Sample::study)) {
        assertComplete(client.retrieveStudy(study.get(0).study()), study);
      }
    }
    assertFilesAre(samples);
  }

  private void assertComplete(InstancesRequest request, List<Sample> expected) {
    List<SavedInstance> saved = new ArrayList<>();
    RetrieveReport report = request.onInstance(saved::add).saveTo(directory);
    assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.COMPLETE);
    assertThat(report.expected()).hasValue(expected.size());
    assertThat(report.received()).isEqualTo(expected.size());
    assertThat(report.missing()).isEmpty();
    assertThat(saved)
        .extracting(SavedInstance::sopInstanceUid)
        .containsExactlyInAnyOrderElementsOf(expected.stream().map(Sample::instance).toList());
  }

  private void assertFilesAre(List<Sample> samples) throws IOException {
    for (Sample sample : samples) {
      Path file =
          directory
              .resolve(sample.study())
              .resolve(sample.series())
              .resolve(sample.instance() + ".dcm");
      assertThat(file).as(sample.name()).hasBinaryContent(sample.bytes());
    }
    try (Stream<Path> files = Files.walk(directory)) {
      assertThat(files.filter(Files::isRegularFile)).hasSameSizeAs(samples);
    }
  }

  /** Orthanc transcodes by itself what is not compressed, and leaves the values alone. */
  @Test
  void retrieveInstance_inImplicitLittleEndian_isTranscoded(OrthancServer server) throws Exception {
    List<Sample> uncompressed =
        SampleFiles.loadInto(server).stream()
            .filter(s -> !s.transferSyntax().isEncapsulated())
            .filter(s -> !s.transferSyntax().isImplicitVr())
            // Orthanc rewrites what it transcodes, and fails on NumberOfFrames "1A".
            .filter(s -> !s.name().equals("badVR.dcm"))
            .toList();
    assertThat(uncompressed)
        .extracting(Sample::transferSyntax)
        .contains(
            TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.EXPLICIT_VR_BIG_ENDIAN,
            TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN);
    Map<String, Integer> changed = new TreeMap<>();
    try (DicomWebClient client = server.client()) {
      for (Sample sample : uncompressed) {
        Part10File received = retrieve(client, sample, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
        assertThat(received.fileMeta().string(Tag.TransferSyntaxUID))
            .as(sample.name())
            .contains(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN.uid());
        assertThat(received.dataset().string(Tag.SOPInstanceUID)).contains(sample.instance());
        Dataset stored = Part10Reader.create().read(sample.file()).dataset();
        if (stored.contains(Tag.PixelData)) {
          assertThat(received.dataset().inlineBinary(Tag.PixelData).orElseThrow())
              .as(sample.name())
              .isEqualTo(stored.inlineBinary(Tag.PixelData).orElseThrow());
        }
        changed.merge(sample.transferSyntax().uid(), 1, Integer::sum);
      }
    }
    assertThat(changed).hasSize(3);
  }

  private static Part10File retrieve(
      DicomWebClient client, Sample sample, TransferSyntax transferSyntax) {
    InstancesRequest request =
        client
            .retrieveInstance(sample.study(), sample.series(), sample.instance())
            .transferSyntax(transferSyntax);
    try (Parts<InstancePart> parts = request.open()) {
      return Part10Reader.create().read(parts.next().orElseThrow().readAllBytes());
    }
  }

  private static List<List<Sample>> grouped(
      List<Sample> samples, Function<Sample, String> identity) {
    return List.copyOf(
        samples.stream()
            .collect(Collectors.groupingBy(identity, TreeMap::new, Collectors.toList()))
            .values());
  }
}
