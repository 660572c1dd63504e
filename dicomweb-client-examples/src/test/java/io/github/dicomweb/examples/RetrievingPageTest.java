// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.config.Timeouts;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.dicom.part10.Part10Reader;
import io.github.dicomweb.error.NotFoundException;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.retrieve.ArchiveEntry;
import io.github.dicomweb.retrieve.FileLayout;
import io.github.dicomweb.retrieve.InstancePart;
import io.github.dicomweb.retrieve.MetadataAnswer;
import io.github.dicomweb.retrieve.Parts;
import io.github.dicomweb.retrieve.RetrieveException;
import io.github.dicomweb.retrieve.RetrieveReport;
import io.github.dicomweb.retrieve.SavedArchive;
import io.github.dicomweb.retrieve.SavedInstance;
import io.github.dicomweb.retrieve.Verdict;
import io.github.dicomweb.testdata.TestStudies;
import io.github.dicomweb.testkit.behavior.Truncation;
import io.github.dicomweb.uri.UriFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The code of docs/retrieving.md. */
class RetrievingPageTest extends PageTest {

  @Test
  void study_becomesFiles() {
    RetrieveReport report = client.retrieveStudy(studyUid).saveTo(directory);
    System.out.println(report.verdict() + ", missing: " + report.missing().size());
    assertThat(printed()).containsExactly("COMPLETE, missing: 0");
    assertThat(directory.resolve(studyUid).resolve(seriesUid).resolve(sopInstanceUid + ".dcm"))
        .hasBinaryContent(SLICE.bytes());
  }

  @Test
  void seriesAndInstance_becomeFiles() {
    client.retrieveSeries(studyUid, seriesUid).saveTo(directory).orThrow();
    client.retrieveInstance(studyUid, seriesUid, sopInstanceUid).saveTo(directory).orThrow();
    assertThat(server.requests()).isNotEmpty();
  }

  @Test
  void verdict_ofAnAnswerThatWasCut_isIncomplete() {
    server.behavior(
        server
            .behavior()
            .withAnswers(
                a ->
                    a.withTruncation(
                        Truncation.beforeClosingDelimiter(Truncation.Ending.WELL_FRAMED))));
    try {
      client.retrieveStudy(studyUid).saveTo(directory).orThrow();
    } catch (RetrieveException e) {
      RetrieveReport report = e.report();
      report.missing().forEach(uid -> System.out.println("missing: " + uid));
      report.failure().ifPresent(failure -> System.out.println(failure.getMessage()));
    }
    assertThat(printed()).isNotEmpty();
    assertThat(client.retrieveStudy(studyUid).saveTo(directory).verdict())
        .isEqualTo(Verdict.INCOMPLETE);
  }

  @Test
  void files_areToldAsTheyCome() {
    List<SavedInstance> saved = new ArrayList<>();
    client.retrieveStudy(studyUid).onInstance(saved::add).saveTo(directory);
    assertThat(saved).hasSize(23);
  }

  @Test
  void retrieval_goesOnWhereItEnded() throws IOException {
    client
        .retrieveStudy(studyUid)
        .layout(FileLayout.of("{study}-{instance}.dcm"))
        .saveTo(directory);
    Files.delete(directory.resolve(studyUid + "-" + sopInstanceUid + ".dcm"));
    RetrieveReport rest =
        client
            .retrieveStudy(studyUid)
            .resume()
            .parallel(4)
            .layout(FileLayout.of("{study}-{instance}.dcm"))
            .saveTo(directory);
    System.out.println(rest.present() + " were there, " + rest.received() + " came");
    assertThat(printed()).containsExactly("22 were there, 1 came");
  }

  @Test
  void archive_isKeptAsItCame() {
    SavedArchive archive = client.retrieveZip(studyUid).saveArchive(directory.resolve("study.zip"));
    System.out.println(archive.entries() + " files");
    assertThat(printed()).containsExactly("23 files");
  }

  @Test
  void parts_areRead_whileTheyArrive() {
    try (Parts<InstancePart> parts = client.retrieveSeries(studyUid, seriesUid).open()) {
      for (InstancePart part : parts) {
        Dataset dataset = Part10Reader.create().read(part.inputStream()).orThrow().dataset();
        System.out.println(dataset.string(Tag.InstanceNumber).orElse("?"));
      }
      System.out.println("whole: " + (parts.ended() && !parts.partial()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(printed()).hasSize(21).last().isEqualTo("whole: true");
  }

  @Test
  void transferSyntax_isChosen() {
    RetrieveReport report =
        client
            .retrieveSeries(studyUid, seriesUid)
            .transferSyntax(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
            .saveTo(directory);
    assertThat(report.verdict()).isEqualTo(Verdict.COMPLETE);
    assertThatThrownBy(
            () ->
                client
                    .retrieveSeries(studyUid, seriesUid)
                    .transferSyntax(TransferSyntax.JPEG_2000_LOSSLESS)
                    .saveTo(directory))
        .hasMessageContaining("406");
  }

  @Test
  void zip_isReadOrUnpacked() throws IOException {
    try (Parts<ArchiveEntry> entries = client.retrieveZip(studyUid, seriesUid).open()) {
      for (ArchiveEntry entry : entries) {
        entry.transferTo(OutputStream.nullOutputStream());
      }
    }
    RetrieveReport report = client.retrieveZip(studyUid).saveTo(directory);
    assertThat(report.verdict()).isEqualTo(Verdict.COMPLETE);
    try (Stream<java.nio.file.Path> files = Files.walk(directory)) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(23);
    }
  }

  @Test
  void metadata_comesWholeOrOneByOne() {
    List<Dataset> instances = client.retrieveMetadata(studyUid, seriesUid).execute();
    assertThat(instances).hasSize(20);
    try (Stream<Dataset> all = client.retrieveMetadata(studyUid).stream()) {
      all.forEach(d -> System.out.println(d.string(Tag.SOPClassUID).orElse("?")));
    }
    assertThat(printed()).hasSize(23);
  }

  @Test
  void metadata_onACondition_isNotSentAgain() {
    MetadataAnswer first = client.retrieveMetadata(studyUid).executeConditional();
    MetadataAnswer later =
        client
            .retrieveMetadata(studyUid)
            .ifNoneMatch(first.etag().orElseThrow())
            .executeConditional();
    List<Dataset> current =
        later.state() == MetadataAnswer.State.NOT_MODIFIED ? first.datasets() : later.datasets();
    assertThat(current).hasSize(23);
    assertThat(later.datasets()).isEmpty();
  }

  @Test
  void wadoUri_bringsObjectsAndPictures() throws IOException {
    try (DicomWebClient old =
        DicomWebClient.builder(server.baseUrl()).wadoUriUrl(server.wadoUriUrl()).build()) {
      UriFile object =
          old.retrieveByUri(studyUid, seriesUid, sopInstanceUid)
              .dicom()
              .storedTransferSyntax()
              .saveTo(directory.resolve("object.dcm"));
      old.retrieveByUri(studyUid, seriesUid, sopInstanceUid)
          .rendered()
          .contentType(MediaType.JPEG)
          .columns(256)
          .saveTo(directory.resolve("object.jpeg"));
      System.out.println(object);
    }
    assertThat(printed()).containsExactly("UriFile[application/dicom, 20128 bytes, COMPLETE]");
    assertThat(directory.resolve("object.jpeg")).isNotEmptyFile();
  }

  @Test
  void progress_isToldAndTransfersAreCancelled() {
    CompletableFuture<RetrieveReport> transfer =
        client
            .retrieveStudy(studyUid)
            .onProgress(p -> System.out.println(p.instances() + " instances, " + p.bytes()))
            .saveToAsync(directory);
    RetrieveReport report = transfer.join();
    assertThat(report.received()).isEqualTo(23);
    assertThat(printed()).isNotEmpty();

    CompletableFuture<RetrieveReport> another =
        client.retrieveStudy(studyUid).saveToAsync(directory);
    another.cancel(true);
    assertThat(another.isDone()).isTrue();
  }

  @Test
  void timeouts_areSet() {
    try (DicomWebClient patient =
        DicomWebClient.builder(server.baseUrl())
            .timeouts(Timeouts.defaults().withStall(Duration.ofMinutes(5)))
            .build()) {
      assertThat(patient.searchForStudies().execute().results()).hasSize(2);
    }
  }

  @Test
  void nothing_isAnException() {
    assertThatThrownBy(() -> client.retrieveStudy("1.2.3").saveTo(directory))
        .isInstanceOf(NotFoundException.class);
    assertThat(TestStudies.all()).hasSize(26);
  }
}
