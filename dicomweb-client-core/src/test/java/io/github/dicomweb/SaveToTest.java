// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.config.Progress;
import io.github.dicomweb.error.MalformedResponseException;
import io.github.dicomweb.error.NotFoundException;
import io.github.dicomweb.error.TransportException;
import io.github.dicomweb.retrieve.RetrieveException;
import io.github.dicomweb.retrieve.RetrieveReport;
import io.github.dicomweb.retrieve.SavedInstance;
import io.github.dicomweb.retrieve.Verdict;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Retrieving into a directory: files, counts, verdicts. */
class SaveToTest {
  @RegisterExtension final Wire wire = new Wire();
  @TempDir Path directory = Path.of("");

  private final List<TestObject> objects = TestStudies.ctSlices().subList(0, 3);
  private final String study = objects.get(0).studyInstanceUid();
  private final String series = objects.get(0).seriesInstanceUid();

  /** Answers retrievals with one thing and the instance search with another. */
  private void serve(MockResponse retrieval, MockResponse search) {
    wire.dispatch(
        request -> {
          String target = Objects.requireNonNull(request.getTarget());
          if (target.contains("/metadata")) {
            return new MockResponse.Builder().code(404).build();
          }
          if (target.contains("offset=")) {
            return new MockResponse.Builder().code(204).build();
          }
          return target.contains("/instances?") ? search : retrieval;
        });
  }

  private MockResponse listing(List<TestObject> listed) {
    return Wire.json(
        listed.stream()
            .map(o -> Wire.instance(o.sopInstanceUid()))
            .collect(Collectors.joining(",", "[", "]")));
  }

  private MockResponse files(List<TestObject> sent) {
    return Wire.multipartResponse(sent.stream().map(TestObject::bytes).toArray(byte[][]::new))
        .build();
  }

  private List<Path> tree() throws IOException {
    try (Stream<Path> walk = Files.walk(directory)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private Path file(TestObject object) {
    return directory
        .resolve(object.studyInstanceUid())
        .resolve(object.seriesInstanceUid())
        .resolve(object.sopInstanceUid() + ".dcm");
  }

  @Test
  void study_whole_isSavedByteForByteAndComplete() throws IOException {
    serve(files(objects), listing(objects));
    List<SavedInstance> saved = new ArrayList<>();
    List<Progress> progress = new ArrayList<>();
    RetrieveReport report =
        wire.client()
            .retrieveStudy(study)
            .onInstance(saved::add)
            .onProgress(progress::add)
            .saveTo(directory);
    assertThat(report.verdict()).isEqualTo(Verdict.COMPLETE);
    assertThat(report.orThrow()).isSameAs(report);
    assertThat(report.received()).isEqualTo(3);
    assertThat(report.expected()).hasValue(3);
    assertThat(report.missing()).isEmpty();
    for (TestObject object : objects) {
      assertThat(file(object)).hasBinaryContent(object.bytes());
    }
    assertThat(tree()).hasSize(3);
    assertThat(saved)
        .extracting(SavedInstance::file)
        .containsExactlyElementsOf(objects.stream().map(this::file).toList());
    Progress last = progress.get(progress.size() - 1);
    assertThat(last.instances()).isEqualTo(3);
    assertThat(last.bytes()).isEqualTo(report.bytes());
    assertThat(last.totalBytes()).isPresent();
  }

  @Test
  void series_againOverWhatIsThere_replacesIt() throws IOException {
    serve(files(objects), listing(objects));
    DicomWebClient client = wire.client();
    assertThat(client.retrieveSeries(study, series).saveTo(directory).verdict())
        .isEqualTo(Verdict.COMPLETE);
    assertThat(client.retrieveSeries(study, series).saveTo(directory).verdict())
        .isEqualTo(Verdict.COMPLETE);
    assertThat(tree()).hasSize(3);
  }

  @Test
  void instanceThatTheServerListsAndDoesNotSend_isNamedAndIncomplete() {
    serve(files(objects.subList(0, 2)), listing(objects));
    RetrieveReport report = wire.client().retrieveStudy(study).saveTo(directory);
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.missing()).containsExactly(objects.get(2).sopInstanceUid());
    assertThatThrownBy(report::orThrow)
        .isInstanceOfSatisfying(
            RetrieveException.class,
            e -> {
              assertThat(e.report()).isSameAs(report);
              assertThat(e.getMessage()).doesNotContain(objects.get(2).sopInstanceUid());
            });
  }

  @Test
  void bodyCut_keepsWholeInstancesAndNothingElse() throws IOException {
    byte[] body =
        Wire.multipart(objects.stream().map(TestObject::bytes).toArray(byte[][]::new))
            .readByteArray();
    int cut = body.length - 1000;
    serve(
        Wire.multipartResponse().body(new Buffer().write(body, 0, cut)).build(), listing(objects));
    RetrieveReport report = wire.client().retrieveStudy(study).saveTo(directory);
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.failure()).get().isInstanceOf(MalformedResponseException.class);
    assertThat(report.received()).isEqualTo(2);
    assertThat(report.missing()).containsExactly(objects.get(2).sopInstanceUid());
    assertThat(tree()).containsExactlyInAnyOrder(file(objects.get(0)), file(objects.get(1)));
  }

  @Test
  void serverWithoutSearch_isHeldAgainstTheMetadata() {
    wire.dispatch(
        request -> {
          String target = Objects.requireNonNull(request.getTarget());
          if (target.contains("/metadata")) {
            return listing(objects);
          }
          return target.contains("/instances")
              ? new MockResponse.Builder().code(501).build()
              : files(objects.subList(1, 3));
        });
    RetrieveReport report = wire.client().retrieveStudy(study).saveTo(directory);
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.missing()).containsExactly(objects.get(0).sopInstanceUid());
  }

  @Test
  void serverThatCannotSayWhatThereIs_isUnknown() {
    serve(files(objects), new MockResponse.Builder().code(404).build());
    RetrieveReport report = wire.client().retrieveStudy(study).saveTo(directory);
    assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(report.expected()).isEmpty();
    assertThat(report.warnings()).hasSize(2);
    assertThat(report.orThrow()).isSameAs(report);
  }

  @Test
  void status206_withoutACheck_isIncomplete() {
    serve(
        files(objects).newBuilder().code(206).build(),
        new MockResponse.Builder().code(404).build());
    assertThat(wire.client().retrieveStudy(study).saveTo(directory).verdict())
        .isEqualTo(Verdict.INCOMPLETE);
  }

  @Test
  void oneInstance_asASinglePart_isComplete() {
    TestObject object = objects.get(0);
    wire.enqueue(
        new MockResponse.Builder()
            .addHeader("Content-Type", "application/dicom")
            .body(new Buffer().write(object.bytes()))
            .build());
    RetrieveReport report =
        wire.client().retrieveInstance(study, series, object.sopInstanceUid()).saveTo(directory);
    assertThat(report.verdict()).isEqualTo(Verdict.COMPLETE);
    assertThat(file(object)).hasBinaryContent(object.bytes());
    assertThat(wire.requests()).isEqualTo(1);
  }

  @Test
  void oneInstance_cutByAProxyThatEndsItProperly_isNeverComplete() {
    TestObject object = objects.get(0);
    int length = object.bytes().length;
    for (int cut : new int[] {1000, length / 2, length - 1}) {
      wire.enqueue(
          new MockResponse.Builder()
              .addHeader("Content-Type", "application/dicom")
              .chunkedBody(new Buffer().write(object.bytes(), 0, cut), 512)
              .build());
      RetrieveReport report =
          wire.client().retrieveInstance(study, series, object.sopInstanceUid()).saveTo(directory);
      // Of a file that ends in its header nobody knows which instance it is.
      boolean identified = cut > 1000;
      assertThat(report.verdict())
          .as("cut after %d bytes", cut)
          .isEqualTo(identified ? Verdict.UNKNOWN : Verdict.INCOMPLETE);
      assertThat(report.warnings()).hasSize(identified ? 1 : 0);
      assertThat(report.unidentified()).hasSize(identified ? 0 : 1);
    }
  }

  @Test
  void oneInstance_thatIsAnotherThanWasAsked_isMissing() {
    wire.enqueue(files(objects.subList(1, 2)));
    String asked = objects.get(0).sopInstanceUid();
    RetrieveReport report = wire.client().retrieveInstance(study, series, asked).saveTo(directory);
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.missing()).containsExactly(asked);
    assertThat(report.received()).isEqualTo(1);
  }

  @Test
  void oneInstance_underAnIdentifierOfTheServer_isComplete() {
    wire.enqueue(files(objects.subList(1, 2)));
    assertThat(wire.client().retrieveInstance("1", "2", "4300").saveTo(directory).verdict())
        .isEqualTo(Verdict.COMPLETE);
  }

  @Test
  void oneInstance_whoseEndNothingProves_isUnknown() {
    TestObject object = objects.get(0);
    wire.enqueue(
        new MockResponse.Builder()
            .addHeader("Content-Type", "application/dicom")
            .body(new Buffer().write(object.bytes()))
            .removeHeader("Content-Length")
            .addHeader("Connection", "close")
            .onResponseEnd(mockwebserver3.SocketEffect.ShutdownConnection.INSTANCE)
            .build());
    RetrieveReport report =
        wire.client().retrieveInstance(study, series, object.sopInstanceUid()).saveTo(directory);
    assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(report.warnings()).hasSize(1);
  }

  @Test
  void partThatIsNoDicom_isKeptApartAndIncomplete() throws IOException {
    byte[] junk = "not a DICOM file".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    serve(
        Wire.multipartResponse(objects.get(0).bytes(), junk).build(),
        listing(objects.subList(0, 1)));
    RetrieveReport report = wire.client().retrieveStudy(study).saveTo(directory);
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.unidentified()).containsExactly(1);
    assertThat(directory.resolve(study).resolve("unidentified").resolve("part-1"))
        .hasBinaryContent(junk);
    assertThat(tree()).hasSize(2);
  }

  @Test
  void sameInstanceTwice_isKeptTwice() throws IOException {
    TestObject object = objects.get(0);
    serve(
        Wire.multipartResponse(object.bytes(), object.bytes()).build(),
        listing(objects.subList(0, 1)));
    RetrieveReport report = wire.client().retrieveStudy(study).saveTo(directory);
    assertThat(report.received()).isEqualTo(2);
    assertThat(tree()).hasSize(2).contains(file(object));
  }

  @Test
  void unknownStudy_isAnException() throws IOException {
    wire.enqueueStatus(404);
    assertThatThrownBy(() -> wire.client().retrieveStudy(study).saveTo(directory))
        .isInstanceOf(NotFoundException.class);
    assertThat(tree()).isEmpty();
  }

  @Test
  void directoryThatCannotBeWritten_isALocalFailureInTheReport() throws IOException {
    Path file = Files.writeString(directory.resolve("occupied"), "x");
    serve(files(objects), listing(objects));
    RetrieveReport report = wire.client().retrieveStudy(study).saveTo(file);
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.failure())
        .get()
        .isInstanceOfSatisfying(
            TransportException.class,
            e -> assertThat(e.reason()).isEqualTo(TransportException.Reason.LOCAL));
  }

  @Test
  void part_savedToAFile_appearsUnderItsNameOnlyWhenWhole() throws IOException {
    byte[] body = Wire.multipart(objects.get(0).bytes()).readByteArray();
    wire.enqueue(
        Wire.multipartResponse().body(new Buffer().write(body, 0, body.length - 100)).build());
    Path file = Files.writeString(directory.resolve("slice.dcm"), "what was there");
    try (var parts = wire.client().retrieveStudy(study).open()) {
      var part = parts.next().orElseThrow();
      assertThatThrownBy(() -> part.saveTo(file)).isInstanceOf(MalformedResponseException.class);
    }
    assertThat(file).hasContent("what was there");
    assertThat(tree()).hasSize(1);

    wire.enqueue(files(objects.subList(0, 1)));
    try (var parts = wire.client().retrieveStudy(study).open()) {
      assertThat(parts.next().orElseThrow().saveTo(file)).isEqualTo(objects.get(0).bytes().length);
    }
    assertThat(file).hasBinaryContent(objects.get(0).bytes());
    assertThat(tree()).hasSize(1);
  }

  @Test
  void async_savesAsWell() {
    serve(files(objects), listing(objects));
    assertThat(wire.client().retrieveStudy(study).saveToAsync(directory).join().verdict())
        .isEqualTo(Verdict.COMPLETE);
  }
}
