// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.config.Progress;
import io.github.dicomweb.error.AuthenticationException;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.NotFoundException;
import io.github.dicomweb.error.TransportException;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.retrieve.InstancePart;
import io.github.dicomweb.retrieve.InstancesRequest;
import io.github.dicomweb.retrieve.Parts;
import io.github.dicomweb.retrieve.RetrieveReport;
import io.github.dicomweb.retrieve.SavedInstance;
import io.github.dicomweb.retrieve.Verdict;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A study or series that a server does not give as a whole, retrieved instance by instance. */
class OneByOneTest {
  private static final ServerProfile AWS = ServerProfile.awsHealthImaging();

  @RegisterExtension final Wire wire = new Wire();
  @TempDir Path directory = Path.of("");

  private final List<TestObject> objects = TestStudies.ctSlices().subList(0, 3);
  private final String study = objects.get(0).studyInstanceUid();
  private final String series = objects.get(0).seriesInstanceUid();
  // What the server answers, by the end of the path; anything else is 404.
  private final Map<String, MockResponse> answers = new LinkedHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> accepted = new CopyOnWriteArrayList<>();

  @BeforeEach
  void serve() {
    wire.dispatch(
        request -> {
          String path = request.getUrl().encodedPath().substring("/dicom-web".length());
          String query = Objects.toString(request.getUrl().encodedQuery(), "");
          asked.add(path + (query.isEmpty() ? "" : "?" + query));
          accepted.add(Objects.toString(request.getHeaders().get("Accept"), ""));
          String offset = request.getUrl().queryParameter("offset");
          if (offset != null) {
            return new MockResponse.Builder().code(204).build();
          }
          return answers.getOrDefault(path, new MockResponse.Builder().code(404).build());
        });
  }

  private DicomWebClient client(ServerProfile profile) {
    return wire.client(wire.builder().profile(profile));
  }

  private static ServerProfile without(Feature... features) {
    return ServerProfile.standard().toBuilder().without(features).build();
  }

  private static String series(String uid, String modality) {
    return "{\"00080060\":{\"vr\":\"CS\",\"Value\":[\""
        + modality
        + "\"]},\"00081190\":{\"vr\":\"UR\",\"Value\":[\"http://h/series\"]},"
        + "\"0020000E\":{\"vr\":\"UI\",\"Value\":[\""
        + uid
        + "\"]}}";
  }

  /** The CT study as a server shows it that has instances one by one. */
  private void serveStudy() {
    answers.put("/studies/" + study + "/series", Wire.json("[" + series(series, "CT") + "]"));
    StringBuilder listing = new StringBuilder("[");
    for (TestObject object : objects) {
      listing
          .append(listing.length() > 1 ? "," : "")
          .append(Wire.instance(object.sopInstanceUid()));
      answers.put(path(object), file(object));
    }
    answers.put(
        "/studies/" + study + "/series/" + series + "/instances",
        Wire.json(listing.append(']').toString()));
  }

  private String path(TestObject object) {
    return "/studies/" + study + "/series/" + series + "/instances/" + object.sopInstanceUid();
  }

  private static MockResponse file(TestObject object) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/dicom")
        .body(new Buffer().write(object.bytes()))
        .build();
  }

  private Path saved(TestObject object) {
    return directory.resolve(study).resolve(series).resolve(object.sopInstanceUid() + ".dcm");
  }

  private long files() throws IOException {
    try (Stream<Path> walk = Files.walk(directory)) {
      return walk.filter(Files::isRegularFile).count();
    }
  }

  @Test
  void study_opened_comesInstanceByInstance() {
    serveStudy();
    List<byte[]> bytes = new ArrayList<>();
    try (Parts<InstancePart> parts = client(AWS).retrieveStudy(study).open()) {
      assertThat(asked).as("nothing before the first is asked for").isEmpty();
      for (InstancePart part : parts) {
        assertThat(part.index()).isEqualTo(bytes.size());
        bytes.add(part.readAllBytes());
      }
      assertThat(parts.ended()).isTrue();
      assertThat(parts.warnings()).isEmpty();
    }
    assertThat(bytes).containsExactlyElementsOf(objects.stream().map(TestObject::bytes).toList());
    assertThat(asked).contains(path(objects.get(0))).doesNotContain("/studies/" + study);
    assertThat(accepted.get(asked.indexOf(path(objects.get(0)))))
        .as("alone first, as the profile has it")
        .isEqualTo("application/dicom; transfer-syntax=*");
  }

  @Test
  void study_opened_throwsWhereAnInstanceFailsAndGoesOn() {
    serveStudy();
    answers.remove(path(objects.get(1)));
    try (Parts<InstancePart> parts = client(AWS).retrieveStudy(study).open()) {
      assertThat(parts.next().orElseThrow().readAllBytes()).isEqualTo(objects.get(0).bytes());
      assertThatThrownBy(parts::next).isInstanceOf(NotFoundException.class);
      assertThat(parts.ended()).isFalse();
      assertThat(parts.next().orElseThrow().readAllBytes()).isEqualTo(objects.get(2).bytes());
      assertThat(parts.next()).isEmpty();
    }
  }

  @Test
  void study_openedAndLeftEarly_freesItsConnections() {
    serveStudy();
    try (Parts<InstancePart> parts = client(AWS).retrieveStudy(study).openAsync().join()) {
      assertThat(parts.next()).isPresent();
    }
    assertThat(asked).hasSize(3);
  }

  @Test
  void study_saved_isWholeAndComplete() throws IOException {
    serveStudy();
    List<SavedInstance> each = new ArrayList<>();
    List<Progress> progress = new ArrayList<>();
    RetrieveReport report =
        client(AWS)
            .retrieveStudy(study)
            .onInstance(each::add)
            .onProgress(progress::add)
            .saveTo(directory);
    assertThat(report.verdict()).isEqualTo(Verdict.COMPLETE);
    assertThat(report.expected()).hasValue(3);
    assertThat(report.received()).isEqualTo(3);
    assertThat(report.warnings()).isEmpty();
    for (TestObject object : objects) {
      assertThat(saved(object)).hasBinaryContent(object.bytes());
    }
    assertThat(each).hasSize(3);
    assertThat(progress.get(progress.size() - 1).instances()).isEqualTo(3);
    assertThat(progress.get(0).totalBytes()).isEmpty();
    assertThat(files()).isEqualTo(3);
  }

  @Test
  void series_saved_whereOnlySeriesCannotBeRetrieved_isAskedOneByOne() {
    serveStudy();
    RetrieveReport report =
        client(without(Feature.SERIES_RETRIEVAL)).retrieveSeries(study, series).saveTo(directory);
    assertThat(report.verdict()).isEqualTo(Verdict.COMPLETE);
    assertThat(asked).doesNotContain("/studies/" + study + "/series/" + series);
  }

  @Test
  void study_saved_ofAServerThatSearchesAcrossSeries_takesTheSeriesFromTheResults() {
    serveStudy();
    answers.put(
        "/studies/" + study + "/instances",
        Wire.json(
            "[{\"00080018\":{\"vr\":\"UI\",\"Value\":[\""
                + objects.get(0).sopInstanceUid()
                + "\"]},\"0020000E\":{\"vr\":\"UI\",\"Value\":[\""
                + series
                + "\"]}}]"));
    RetrieveReport report =
        client(without(Feature.STUDY_RETRIEVAL)).retrieveStudy(study).saveTo(directory);
    assertThat(report.verdict()).isEqualTo(Verdict.COMPLETE);
    assertThat(report.received()).isEqualTo(1);
  }

  @Test
  void instance_thatCannotBeRetrieved_isMissingWithItsReason_andTheOthersCome() throws IOException {
    serveStudy();
    answers.put(path(objects.get(0)), new MockResponse.Builder().code(500).build());
    answers.put(
        path(objects.get(1)),
        file(objects.get(1)).newBuilder().onResponseBody(new SocketEffect.CloseSocket()).build());
    RetrieveReport report = client(AWS).retrieveStudy(study).saveTo(directory);
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.missing())
        .containsExactly(objects.get(0).sopInstanceUid(), objects.get(1).sopInstanceUid());
    assertThat(report.received()).isEqualTo(1);
    assertThat(report.expected()).hasValue(3);
    assertThat(report.failure()).isEmpty();
    assertThat(report.warnings()).hasSize(2);
    assertThat(report.warnings().get(0).text())
        .contains("/studies/{study}/series/{series}/instances/{instance}", "500")
        .doesNotContain(study);
    assertThat(saved(objects.get(2))).hasBinaryContent(objects.get(2).bytes());
    assertThat(files()).as("nothing written half").isEqualTo(1);
  }

  @Test
  void instance_thatIsAnotherThanWasAsked_isMissing() {
    serveStudy();
    answers.put(path(objects.get(1)), file(objects.get(2)));
    RetrieveReport report = client(AWS).retrieveStudy(study).saveTo(directory);
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.missing()).containsExactly(objects.get(1).sopInstanceUid());
  }

  @Test
  void serverThatIsGone_isNotAskedForEachInstance() {
    serveStudy();
    StringBuilder listing = new StringBuilder("[");
    for (int i = 0; i < 50; i++) {
      listing.append(i == 0 ? "" : ",").append(Wire.instance("1.5." + i));
      answers.put(
          "/studies/" + study + "/series/" + series + "/instances/1.5." + i,
          file(objects.get(0)).newBuilder().onResponseBody(new SocketEffect.CloseSocket()).build());
    }
    answers.put(
        "/studies/" + study + "/series/" + series + "/instances",
        Wire.json(listing.append(']').toString()));
    RetrieveReport report = client(AWS).retrieveStudy(study).saveTo(directory);
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.failure()).get().isInstanceOf(TransportException.class);
    assertThat(report.missing()).hasSize(3);
    assertThat(report.expected()).as("the list was not read to its end").isEmpty();
    assertThat(asked).hasSize(5);
  }

  @Test
  void credentialsThatAreRefused_endIt() {
    serveStudy();
    answers.put(path(objects.get(0)), new MockResponse.Builder().code(401).build());
    RetrieveReport report = client(AWS).retrieveStudy(study).saveTo(directory);
    assertThat(report.failure()).get().isInstanceOf(AuthenticationException.class);
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(asked).hasSize(3);
  }

  @Test
  void listThatBreaksOff_isAFailureInTheReport_orAnExceptionIfNothingBegan() {
    serveStudy();
    answers.put(
        "/studies/" + study + "/series",
        Wire.json("[" + series(series, "CT") + "," + series("1.2", "SR") + "]"));
    answers.put(
        "/studies/" + study + "/series/1.2/instances",
        new MockResponse.Builder().code(500).build());
    RetrieveReport report = client(AWS).retrieveStudy(study).saveTo(directory);
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.received()).isEqualTo(3);
    assertThat(report.failure()).get().isInstanceOf(HttpStatusException.class);

    answers.remove("/studies/" + study + "/series");
    assertThatThrownBy(() -> client(AWS).retrieveStudy(study).saveTo(directory))
        .isInstanceOf(NotFoundException.class);
    try (Parts<InstancePart> parts = client(AWS).retrieveStudy(study).open()) {
      assertThatThrownBy(parts::next).isInstanceOf(NotFoundException.class);
      assertThatThrownBy(parts::next).isInstanceOf(NotFoundException.class);
      assertThat(parts.ended()).isFalse();
    }
  }

  @Test
  void listOfNothing_orOfInstancesWithoutNames_provesNothing() {
    answers.put("/studies/1/series", Wire.json("[]"));
    RetrieveReport nothing = client(AWS).retrieveStudy("1").saveTo(directory);
    assertThat(nothing.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(nothing.warnings()).hasSize(1);

    serveStudy();
    answers.put(
        "/studies/" + study + "/series/" + series + "/instances",
        Wire.json("[{}," + Wire.instance(objects.get(0).sopInstanceUid()) + "]"));
    RetrieveReport some = client(AWS).retrieveStudy(study).saveTo(directory);
    assertThat(some.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(some.received()).isEqualTo(1);
    assertThat(some.warnings()).hasSize(1);
  }

  @Test
  void directoryThatCannotBeWritten_endsItAsALocalFailure() throws IOException {
    serveStudy();
    Path file = Files.writeString(directory.resolve("occupied"), "x");
    RetrieveReport report = client(AWS).retrieveStudy(study).saveToAsync(file).join();
    assertThat(report.failure())
        .get()
        .isInstanceOfSatisfying(
            TransportException.class,
            e -> assertThat(e.reason()).isEqualTo(TransportException.Reason.LOCAL));
    assertThat(asked).hasSize(3);
  }

  @Test
  void staticArchiveWithInstances_isReadFromItsIndexesAndFiles() {
    serveStudy();
    answers.put("/studies", Wire.json("[" + Wire.study(study) + "," + Wire.study("1.2") + "]"));
    DicomWebClient client =
        client(ServerProfile.staticDicomWeb().toBuilder().with(Feature.INSTANCE_RETRIEVAL).build());
    assertThat(client.searchForStudies().studyInstanceUid(study).execute().results()).hasSize(1);
    RetrieveReport report = client.retrieveStudy(study).saveTo(directory);
    assertThat(report.verdict()).isEqualTo(Verdict.COMPLETE);
    assertThat(report.received()).isEqualTo(3);
    assertThat(asked)
        .containsExactly(
            "/studies",
            "/studies/" + study + "/series",
            "/studies/" + study + "/series/" + series + "/instances",
            path(objects.get(0)),
            path(objects.get(1)),
            path(objects.get(2)));
  }

  @Test
  void staticArchive_hasNoInstances_soNothingIsSent() {
    DicomWebClient client = client(ServerProfile.staticDicomWeb());
    for (InstancesRequest request :
        List.of(
            client.retrieveStudy(study),
            client.retrieveSeries(study, series),
            client.retrieveInstance(study, series, objects.get(0).sopInstanceUid()))) {
      assertThatThrownBy(() -> request.saveTo(directory))
          .isInstanceOf(UnsupportedOperationException.class)
          .hasMessageContaining("INSTANCE_RETRIEVAL");
      assertThatThrownBy(request::open).isInstanceOf(UnsupportedOperationException.class);
    }
    assertThat(asked).isEmpty();
  }

  @Test
  void oneInstance_ofAnyServer_isAskedForAsEver() {
    serveStudy();
    RetrieveReport report =
        client(AWS)
            .retrieveInstance(study, series, objects.get(0).sopInstanceUid())
            .saveTo(directory);
    assertThat(report.verdict()).isEqualTo(Verdict.COMPLETE);
    assertThat(asked).containsExactly(path(objects.get(0)));
  }
}
