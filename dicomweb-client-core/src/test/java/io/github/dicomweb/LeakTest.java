// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.delete.DeleteRequest;
import io.github.dicomweb.delete.Deletions;
import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.dicom.CodedConcept;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.dicom.json.DicomJsonReader;
import io.github.dicomweb.dicom.part10.BulkDataResolver;
import io.github.dicomweb.dicom.part10.Part10Reader;
import io.github.dicomweb.dicom.xml.DicomXmlReader;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.retrieve.Annotation;
import io.github.dicomweb.retrieve.BulkDataRequest;
import io.github.dicomweb.retrieve.Part;
import io.github.dicomweb.retrieve.Parts;
import io.github.dicomweb.search.SearchResults;
import io.github.dicomweb.store.InstanceSource;
import io.github.dicomweb.store.StoreReport;
import io.github.dicomweb.store.StoreRequest;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plants a patient's data and secrets wherever they can come in, makes everything go wrong, and
 * looks for them in every log line at TRACE, every exception down to its last cause, and every
 * {@code toString}.
 */
class LeakTest {
  private static final String NAME = "Geheimnis";
  private static final String TOKEN = "t0ps3cret";
  private static final String UID = "2.25.987654321987654321";

  @RegisterExtension final Wire wire = new Wire();
  @TempDir Path directory = Path.of("");

  private final StringWriter said = new StringWriter();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final PrintStream realErr = System.err;

  @BeforeEach
  void listen() {
    System.setErr(new PrintStream(log, true, UTF_8));
  }

  @AfterEach
  void stopListening() {
    System.setErr(realErr);
  }

  private void run(Callable<?> action) {
    try {
      say(action.call());
    } catch (Throwable failure) {
      failure.printStackTrace(new PrintWriter(said, true));
    }
  }

  private void say(Object object) {
    said.append(String.valueOf(object)).append('\n');
  }

  private void assertNothingLeaked() {
    String logged = log.toString(UTF_8);
    assertThat(logged).as("the log was really heard").contains("io.github.dicomweb");
    assertThat(said.toString()).isNotEmpty();
    for (String text : List.of(logged, said.toString())) {
      assertThat(text).doesNotContainIgnoringCase(NAME);
      assertThat(text).doesNotContainIgnoringCase(TOKEN);
      assertThat(text).doesNotContain(UID);
    }
  }

  private DicomWebClient client() {
    DicomWebClientBuilder builder =
        wire.builder().credentials(Credentials.bearer(() -> TOKEN)).header("X-Key", TOKEN);
    say(builder);
    DicomWebClient client = wire.client(builder);
    say(client);
    return client;
  }

  private MockResponse.Builder secretive(int status) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Warning", "299 x: about " + NAME)
        .addHeader("Set-Cookie", TOKEN)
        .addHeader("Location", "/studies?PatientName=" + NAME)
        .body("about " + NAME + " " + UID);
  }

  @Test
  void search_whateverHappens_tellsNothing() {
    DicomWebClient client = client();
    var search =
        client
            .searchForStudies()
            .patientName(NAME + "^X")
            .studyInstanceUid(UID)
            .match("00091001", NAME);
    say(search);
    for (int status : List.of(302, 400, 401, 403, 404, 406, 409, 500, 503)) {
      wire.dispatch(request -> secretive(status).build());
      run(search::execute);
    }
    String json = "[{\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"" + NAME + "\"}]}}]";
    for (String body :
        List.of(
            json,
            json.substring(0, 60),
            "[" + NAME + "]",
            "{\"" + NAME + "\":" + NAME + "}",
            "[{\"00100010\":{\"vr\":\"" + NAME + "\",\"Value\":[" + NAME + "]}}]",
            "[{\"00280010\":{\"vr\":\"US\",\"Value\":[\"" + NAME + "\"]}}]",
            "\"" + NAME + "\"")) {
      wire.dispatch(request -> Wire.json(body));
      run(search::execute);
      run(
          () -> {
            try (SearchResults results = search.results()) {
              results.forEach(this::say);
              say(results);
              return results.warnings();
            }
          });
    }
    wire.dispatch(
        request ->
            new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    run(search::execute);
    wire.server().close();
    run(search::execute);
    assertNothingLeaked();
  }

  @Test
  void retrieve_whateverHappens_tellsNothing() {
    DicomWebClient client = client();
    TestObject object = TestStudies.ctSlices().get(0);
    byte[] whole = Wire.multipart(object.bytes(), NAME.getBytes(UTF_8)).readByteArray();
    List<MockResponse> answers =
        List.of(
            secretive(404).build(),
            secretive(200).build(),
            Wire.multipartResponse().body(new Buffer().write(whole)).build(),
            Wire.multipartResponse().body(new Buffer().write(whole, 0, 5000)).build(),
            new MockResponse.Builder()
                .addHeader("Content-Type", "multipart/related; boundary=" + Wire.BOUNDARY)
                .body("--" + Wire.BOUNDARY + "\r\n" + NAME + "\r\nX-" + NAME + ": y")
                .build());
    for (MockResponse answer : answers) {
      wire.dispatch(request -> answer);
      run(() -> client.retrieveStudy(UID).saveTo(directory));
      run(() -> client.retrieveStudy(UID).saveTo(directory).orThrow());
      run(() -> client.retrieveMetadata(UID, UID, UID).execute());
      run(
          () -> {
            try (var parts = client.retrieveSeries(UID, UID).open()) {
              parts.forEach(this::say);
              return parts;
            }
          });
    }
    say(client.retrieveStudy(UID));
    say(client.retrieveMetadata(UID));
    run(() -> client.retrieveStudy(UID + "/" + NAME));
    assertNothingLeaked();
  }

  @Test
  void framesAndBulkData_whateverHappens_tellNothing() {
    DicomWebClient client = client();
    String uri = wire.baseUrl() + "/studies/" + UID + "?name=" + NAME;
    String location = "Content-Location: /studies/" + UID + "/" + NAME;
    List<MockResponse> answers =
        List.of(
            secretive(400).build(),
            secretive(404).build(),
            secretive(200).build(),
            secretive(206).build(),
            secretive(416).build(),
            new BulkAnswer().part(NAME, location).part(NAME, location).build(),
            new BulkAnswer().part(NAME, "Content-Type: application/dicom").build(),
            new BulkAnswer().part(NAME, "Content-Range: " + NAME).response().code(206).build(),
            new BulkAnswer().response().body("--" + Wire.BOUNDARY + NAME).build());
    for (MockResponse answer : answers) {
      wire.dispatch(request -> answer);
      BulkDataRequest value = client.retrieveBulkData(BulkDataReference.of(uri));
      say(value);
      run(() -> value.saveTo(directory.resolve("value")));
      run(() -> value.range(1, 2).readAllBytes());
      run(() -> sayParts(value.open()));
      run(() -> sayParts(client.retrieveFrames(UID, UID, UID, 1, 2).open()));
      run(() -> sayParts(client.retrieveBulkDataOf(UID).open()));
    }
    run(() -> client.retrieveBulkData(BulkDataReference.of("file:/" + NAME)).open());
    run(() -> client.retrieveBulkData(BulkDataReference.of("a")).relativeTo("x:" + NAME));
    assertNothingLeaked();
  }

  private Object sayParts(Parts<? extends Part> live) {
    try (live) {
      live.forEach(this::say);
      say(live.warnings());
      return live;
    }
  }

  @Test
  void uri_whateverHappens_tellsNothing() {
    DicomWebClient client = client();
    var request = client.retrieveByUri(UID, UID + ".1", UID + ".2");
    say(request);
    for (MockResponse answer :
        List.of(
            secretive(404).build(),
            secretive(200).build(),
            secretive(200).addHeader("Content-Type", "application/dicom").build(),
            secretive(200).addHeader("Content-Type", "image/jpeg").build(),
            new MockResponse.Builder()
                .addHeader("Content-Type", "application/dicom")
                .body(new Buffer().write(TestStudies.ctSlices().get(0).bytes()))
                .build())) {
      wire.dispatch(ignored -> answer);
      run(() -> request.dicom().readAllBytes());
      run(() -> request.dicom().anonymize().saveTo(directory.resolve(NAME)));
      run(() -> request.rendered().presentationState(UID, UID).readAllBytes());
      run(() -> request.rendered().presentationState(UID, NAME + "/"));
      run(() -> request.rendered().charset(NAME + "\u0001"));
    }
    assertNothingLeaked();
  }

  @Test
  void renderedAndArchives_whateverHappens_tellNothing() {
    DicomWebClient client = client();
    byte[] secret = (NAME + UID).getBytes(UTF_8);
    byte[] archive = Archives.deflated(Map.of(NAME + "/" + UID, secret));
    List<MockResponse> answers =
        List.of(
            secretive(404).build(),
            secretive(406).build(),
            secretive(200).build(),
            Pictures.single("image/png", secret).build(),
            Pictures.single("text/plain", secret).build(),
            Pictures.multipart(Pictures.parts("image/png", secret)).build(),
            Wire.json(
                "{\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"" + NAME + "\"}]}}"),
            Wire.json("{\"" + NAME),
            Archives.response(archive).build(),
            Archives.response(Arrays.copyOf(archive, archive.length - 30)).build(),
            Archives.response(Arrays.copyOf(archive, 60)).build());
    var rendered = client.retrieveRendered(UID, UID, UID).annotation(Annotation.of(NAME));
    var thumbnail = client.retrieveThumbnail(UID);
    var volume =
        client.volumes().retrieveRenderedMpr(UID, UID).input(UID).match("PatientName", NAME);
    var zip = client.retrieveZip(UID);
    for (Object request : List.of(rendered, thumbnail, volume, zip, client.volumes())) {
      say(request);
    }
    for (MockResponse answer : answers) {
      wire.dispatch(request -> answer);
      run(rendered::execute);
      run(() -> rendered.saveTo(directory.resolve(NAME)));
      run(() -> rendered.saveTo(directory.resolve(NAME + "-none").resolve(NAME)));
      run(thumbnail::execute);
      run(volume::metadata);
      run(() -> zip.saveTo(directory));
      run(
          () -> {
            try (var entries = zip.open()) {
              entries.forEach(this::say);
              return entries;
            }
          });
    }
    assertNothingLeaked();
  }

  @Test
  void store_whateverHappens_tellsNothing() {
    DicomWebClient client = client();
    InstanceSource source = InstanceSource.of(NAME, TestStudies.ctSlices().get(0).bytes());
    BulkDataResolver failing =
        (element, path) -> {
          throw new UncheckedIOException(new java.nio.file.NoSuchFileException("some file"));
        };
    DicomWebClient oneByOne =
        wire.client(
            wire.builder()
                .profile(
                    ServerProfile.standard().toBuilder()
                        .storeForm(ServerProfile.StoreForm.SINGLE_PART)
                        .build()));
    InstanceSource junk = InstanceSource.of(NAME, (NAME + UID).getBytes(UTF_8));
    InstanceSource gone =
        InstanceSource.of(
            NAME,
            () -> {
              throw new java.nio.file.NoSuchFileException("some file");
            });
    for (MockResponse answer :
        List.of(
            secretive(200).build(),
            secretive(409).build(),
            Wire.json(
                "{\"00081199\":{\"vr\":\"SQ\"},\"00081190\":{\"vr\":\"UR\",\"Value\":[\""
                    + NAME
                    + "\"]}}"),
            Wire.json("{" + NAME))) {
      wire.dispatch(request -> answer);
      run(
          () -> {
            StoreReport report =
                client
                    .storeInstances()
                    .add(source)
                    .add(junk)
                    .add(gone)
                    .add(directory.resolve(NAME))
                    .add(secretDataset())
                    .add(secretDataset(), failing)
                    .toStudy(UID)
                    .execute();
            report.outcomes().forEach(this::say);
            report.warnings().forEach(this::say);
            say(report);
            return report.orThrow();
          });
      for (StoreRequest request :
          List.of(
              client.storeInstances().add(secretDataset()).add(source).asJson(),
              client.storeInstances().add(secretDataset(), failing).add(junk).asXml(),
              oneByOne.storeInstances().add(source).add(secretDataset()))) {
        say(request);
        run(
            () -> {
              StoreReport report = request.execute();
              report.outcomes().forEach(this::say);
              return report.orThrow();
            });
      }
    }
    say(source);
    say(InstanceSource.of(secretDataset()));
    assertNothingLeaked();
  }

  private static Dataset secretDataset() {
    return Dataset.builder()
        .put(Tag.SOPClassUID, UID)
        .put(Tag.SOPInstanceUID, UID)
        .put(Tag.PatientName, NAME)
        .putBulkData(Tag.PixelData, VR.OB, BulkDataReference.of("file:/" + NAME))
        .build();
  }

  @Test
  void delete_whateverHappens_tellsNothing() {
    for (ServerProfile profile : List.of(ServerProfile.google(), ServerProfile.dcm4chee())) {
      Deletions deletions =
          wire.client(wire.builder().credentials(Credentials.bearer(() -> TOKEN)).profile(profile))
              .deletions();
      say(deletions);
      String name = "projects/" + NAME + "/operations/" + TOKEN;
      for (MockResponse answer :
          List.of(
              secretive(204).build(),
              secretive(200).build(),
              secretive(307).build(),
              secretive(404).build(),
              Wire.json("{\"name\":\"" + name + "\"}"),
              Wire.json(
                  "{\"done\":true,\"name\":\""
                      + name
                      + "\",\"error\":{\"code\":1,\"message\":\""
                      + NAME
                      + "\"}}"),
              Wire.json("{\"name\":\"" + NAME + "/../" + UID + "\"" + NAME))) {
        wire.dispatch(request -> answer);
        for (DeleteRequest request :
            List.of(
                deletions.study(UID).waitAtMost(Duration.ZERO),
                deletions.instance(UID, UID, UID).waitAtMost(Duration.ZERO),
                deletions.operation(name).waitAtMost(Duration.ZERO))) {
          say(request);
          run(request::execute);
          run(() -> request.execute().orThrow());
        }
        var rejection = deletions.rejectStudy(UID, CodedConcept.of(NAME, TOKEN, NAME));
        say(rejection);
        run(rejection::execute);
      }
    }
    assertNothingLeaked();
  }

  @Test
  void credentialsOfTheUsersOwn_thatCannotBeSent_areNotQuoted() {
    DicomWebClient client =
        wire.client(wire.builder().credentials(target -> Map.of("X-Api-Key", TOKEN + "\n" + NAME)));
    run(() -> client.searchForStudies().execute());
    wire.dispatch(request -> Wire.json("[]"));
    run(() -> wire.client().searchForStudies().execute());
    assertThat(said.toString()).contains("IllegalStateException");
    assertNothingLeaked();
  }

  @Test
  void model_andItsCodecs_tellNothing() {
    Dataset dataset =
        Dataset.builder()
            .put(Tag.PatientName, NAME)
            .put(Tag.StudyInstanceUID, UID)
            .putSequence(
                Tag.OtherPatientIDsSequence, Dataset.builder().put(Tag.PatientID, NAME).build())
            .build();
    say(dataset);
    dataset.forEach(this::say);
    say(dataset.personName(Tag.PatientName));
    run(() -> dataset.intValue(Tag.PatientName));
    run(() -> dataset.sequence(Tag.PatientName));
    run(() -> dataset.date(Tag.StudyInstanceUID));
    run(() -> dataset.string(NAME + "[" + NAME + "]"));
    for (String json :
        List.of("[" + NAME, "[{\"" + NAME + "\"" + NAME, "[{\"0010\u00010010\":\"" + NAME + "\"")) {
      run(() -> DicomJsonReader.from(new ByteArrayInputStream(json.getBytes(UTF_8))).next());
    }
    for (String xml :
        List.of(
            "<NativeDicomModel><" + NAME + "></NativeDicomModel>",
            "<NativeDicomModel>&" + NAME + ";</NativeDicomModel>",
            "<!DOCTYPE " + NAME + " [<!ENTITY x \"" + NAME + "\">]><NativeDicomModel/>",
            "<NativeDicomModel><DicomAttribute tag=\"" + NAME + "\" vr=\"PN\"/>",
            "<" + NAME + "/>",
            NAME)) {
      run(() -> DicomXmlReader.from(new ByteArrayInputStream(xml.getBytes(UTF_8))).read());
    }
    byte[] file = TestStudies.ctSlices().get(0).bytes();
    System.arraycopy(NAME.getBytes(UTF_8), 0, file, 200, NAME.length());
    run(() -> Part10Reader.create().read(file));
    run(() -> Part10Reader.create().read(NAME.getBytes(UTF_8)));
    wire.dispatch(request -> Wire.json("[]"));
    run(() -> wire.client().searchForStudies().execute());
    assertNothingLeaked();
  }
}
