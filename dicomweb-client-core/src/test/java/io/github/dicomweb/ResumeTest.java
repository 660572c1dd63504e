// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.dicom.part10.Part10Writer;
import io.github.dicomweb.error.AuthenticationException;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.NotFoundException;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.retrieve.FileLayout;
import io.github.dicomweb.retrieve.InstancesRequest;
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
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Retrieving again: only what is not there comes. */
class ResumeTest {
  @RegisterExtension final Wire wire = new Wire();
  @TempDir Path directory = Path.of("");

  private final List<TestObject> slices = TestStudies.ctSlices().subList(0, 3);
  private final TestObject report = TestStudies.structuredReport();
  private final String study = report.studyInstanceUid();
  private final String series = slices.get(0).seriesInstanceUid();
  private final Shelf shelf = new Shelf().add(slices).add(List.of(report));

  @BeforeEach
  void serve() {
    wire.dispatch(shelf);
  }

  private InstancesRequest resuming() {
    return wire.client().retrieveStudy(study).resume();
  }

  private Path file(TestObject object) {
    return directory
        .resolve(object.studyInstanceUid())
        .resolve(object.seriesInstanceUid())
        .resolve(object.sopInstanceUid() + ".dcm");
  }

  private String path(TestObject object) {
    return "/studies/" + study + "/series/" + object.seriesInstanceUid() + instancePath(object);
  }

  private static String instancePath(TestObject object) {
    return "/instances/" + object.sopInstanceUid();
  }

  private void put(TestObject object) throws IOException {
    Files.createDirectories(file(object).resolveSibling("."));
    Files.write(file(object), object.bytes());
  }

  private List<Path> tree() throws IOException {
    try (Stream<Path> walk = Files.walk(directory)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void nothingThere_isOneRequestAsUsual() {
    RetrieveReport came = resuming().saveTo(directory);
    assertThat(came.verdict()).isEqualTo(Verdict.COMPLETE);
    assertThat(came.received()).isEqualTo(4);
    assertThat(came.present()).isZero();
    assertThat(shelf.takeRetrieved()).containsExactly("/studies/" + study);
    assertThat(shelf.takeSearched()).hasSize(1);
  }

  @Test
  void nothingOfItThere_isOneRequestAsUsual() throws IOException {
    Files.createDirectories(directory.resolve(study).resolve("1.2"));
    assertThat(resuming().saveTo(directory).verdict()).isEqualTo(Verdict.COMPLETE);
    assertThat(shelf.takeRetrieved()).containsExactly("/studies/" + study);
  }

  @Test
  void allThere_transfersNothing() throws IOException {
    for (TestObject object : List.of(slices.get(0), slices.get(1), slices.get(2), report)) {
      put(object);
    }
    List<SavedInstance> present = new ArrayList<>();
    List<SavedInstance> saved = new ArrayList<>();
    RetrieveReport came =
        resuming().onPresent(present::add).onInstance(saved::add).saveToAsync(directory).join();
    assertThat(came.verdict()).isEqualTo(Verdict.COMPLETE);
    assertThat(came.present()).isEqualTo(4);
    assertThat(came.received()).isZero();
    assertThat(came.bytes()).isZero();
    assertThat(came.expected()).hasValue(4);
    assertThat(came).asString().contains("4 there before");
    assertThat(saved).isEmpty();
    assertThat(present)
        .contains(new SavedInstance(report.sopInstanceUid(), file(report), report.bytes().length));
    assertThat(shelf.takeRetrieved()).isEmpty();
  }

  @Test
  void missingSeriesAndMissingInstance_comeAsAWholeAndAlone() throws IOException {
    put(slices.get(0));
    put(slices.get(2));
    RetrieveReport came = resuming().saveTo(directory);
    assertThat(came.verdict()).isEqualTo(Verdict.COMPLETE);
    assertThat(came.present()).isEqualTo(2);
    assertThat(came.received()).isEqualTo(2);
    assertThat(came.warnings()).isEmpty();
    assertThat(file(slices.get(1))).hasBinaryContent(slices.get(1).bytes());
    assertThat(file(report)).hasBinaryContent(report.bytes());
    assertThat(tree()).hasSize(4);
    assertThat(shelf.takeRetrieved())
        .containsExactlyInAnyOrder(
            path(slices.get(1)), "/studies/" + study + "/series/" + report.seriesInstanceUid());
    assertThat(shelf.takeSearched()).hasSize(1);
  }

  @Test
  void seriesRetrieved_resumesToo() throws IOException {
    put(slices.get(0));
    RetrieveReport came = wire.client().retrieveSeries(study, series).resume().saveTo(directory);
    assertThat(came.verdict()).isEqualTo(Verdict.COMPLETE);
    assertThat(came.expected()).hasValue(3);
    assertThat(shelf.takeRetrieved()).containsExactly(path(slices.get(1)), path(slices.get(2)));
  }

  @Test
  void oneInstance_isNotAskedForIfItIsThere() throws IOException {
    put(report);
    InstancesRequest request =
        wire.client()
            .retrieveInstance(study, report.seriesInstanceUid(), report.sopInstanceUid())
            .resume();
    RetrieveReport came = request.saveTo(directory);
    assertThat(came.verdict()).isEqualTo(Verdict.COMPLETE);
    assertThat(came.present()).isEqualTo(1);
    assertThat(wire.requests()).isZero();

    Files.delete(file(report));
    assertThat(request.saveTo(directory).received()).isEqualTo(1);
    assertThat(shelf.takeRetrieved()).containsExactly(path(report));
  }

  @Test
  void fileThatIsSomethingElse_isReplaced() throws IOException {
    for (TestObject object : List.of(slices.get(0), slices.get(1), slices.get(2), report)) {
      put(object);
    }
    Files.write(file(slices.get(0)), slices.get(1).bytes());
    Files.write(file(slices.get(1)), "not a DICOM file".getBytes(US_ASCII));
    RetrieveReport came = resuming().saveTo(directory);
    assertThat(came.verdict()).isEqualTo(Verdict.COMPLETE);
    assertThat(came.present()).isEqualTo(2);
    assertThat(file(slices.get(0))).hasBinaryContent(slices.get(0).bytes());
    assertThat(file(slices.get(1))).hasBinaryContent(slices.get(1).bytes());
    assertThat(tree()).hasSize(4);
  }

  @Test
  void transferThatBroke_isGoneOnWithFromThere() throws IOException {
    byte[] body =
        Wire.multipart(slices.get(0).bytes(), slices.get(1).bytes(), slices.get(2).bytes())
            .readByteArray();
    shelf.answer(
        "/studies/" + study,
        Wire.multipartResponse().body(new Buffer().write(body, 0, body.length - 1000)).build());
    RetrieveReport broken = resuming().saveTo(directory);
    assertThat(broken.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(broken.received()).isEqualTo(2);
    assertThat(broken.failureOf(slices.get(2).sopInstanceUid())).isEqualTo(broken.failure());
    shelf.takeRetrieved();

    RetrieveReport rest = resuming().saveTo(directory);
    assertThat(rest.verdict()).isEqualTo(Verdict.COMPLETE);
    assertThat(rest.present()).isEqualTo(2);
    assertThat(rest.received()).isEqualTo(2);
    assertThat(shelf.takeRetrieved()).doesNotContain("/studies/" + study).hasSize(2);
  }

  @Test
  void processThatWasKilled_leavesATemporaryFileThatCountsForNothing() throws IOException {
    put(slices.get(0));
    Path left = Files.write(file(slices.get(0)).resolveSibling(".x.part"), slices.get(1).bytes());
    RetrieveReport came = resuming().saveTo(directory);
    assertThat(came.verdict()).isEqualTo(Verdict.COMPLETE);
    assertThat(came.present()).isEqualTo(1);
    assertThat(left).as("what nobody knows is nobody's to delete").exists();
  }

  @Test
  void instancesThatTheServerNoLongerLists_stayAndDoNotCount() throws IOException {
    put(slices.get(0));
    put(report);
    wire.dispatch(new Shelf().add(slices));
    RetrieveReport came = resuming().saveTo(directory);
    assertThat(came.verdict()).isEqualTo(Verdict.COMPLETE);
    assertThat(came.expected()).hasValue(3);
    assertThat(came.present()).isEqualTo(1);
    assertThat(file(report)).exists();
  }

  @Test
  void instanceListedTwice_isOne() throws IOException {
    put(slices.get(0));
    shelf.add(slices);
    RetrieveReport came = resuming().saveTo(directory);
    assertThat(came.verdict()).isEqualTo(Verdict.COMPLETE);
    assertThat(came.expected()).hasValue(4);
    assertThat(came.present()).isEqualTo(1);
  }

  @Test
  void instanceThatFails_isMissingWithItsReason_andTheOthersCome() throws IOException {
    put(slices.get(0));
    shelf.answer(path(slices.get(1)), new MockResponse.Builder().code(500).build());
    shelf.answer(
        "/studies/" + study + "/series/" + report.seriesInstanceUid(),
        Wire.multipartResponse().build());
    RetrieveReport came = resuming().saveTo(directory);
    assertThat(came.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(came.failure()).isEmpty();
    assertThat(came.missing())
        .containsExactly(slices.get(1).sopInstanceUid(), report.sopInstanceUid());
    assertThat(came.failureOf(slices.get(1).sopInstanceUid()))
        .get()
        .isInstanceOf(HttpStatusException.class);
    assertThat(came.failureOf(report.sopInstanceUid())).isEmpty();
    assertThat(came.received()).isEqualTo(1);
    assertThat(came.warnings()).hasSize(1);
    assertThat(came.warnings().get(0).text()).contains("{instance}", "500").doesNotContain(study);
    assertThatThrownBy(came::orThrow).hasMessageContaining("2 missing");
  }

  @Test
  void credentialsThatAreRefused_endIt() throws IOException {
    put(slices.get(0));
    shelf.answer(path(slices.get(1)), new MockResponse.Builder().code(401).build());
    RetrieveReport came = resuming().saveTo(directory);
    assertThat(came.failure()).get().isInstanceOf(AuthenticationException.class);
    assertThat(came.missing()).hasSize(3);
    assertThat(came.failureOf(report.sopInstanceUid())).isEqualTo(came.failure());
    assertThat(shelf.takeRetrieved()).containsExactly(path(slices.get(1)));
  }

  @Test
  void serverThatCannotSayWhatThereIs_sendsEverything_andAWarningTells() throws IOException {
    put(slices.get(0));
    String search = "/studies/" + study + "/instances";
    for (MockResponse useless :
        List.of(
            new MockResponse.Builder().code(404).build(),
            Wire.json("[]"),
            Wire.json("[{}]"),
            Wire.json("[" + Wire.instance("../1") + "]"))) {
      shelf.answer(search, useless);
      RetrieveReport came = resuming().saveTo(directory);
      assertThat(came.received()).isEqualTo(4);
      assertThat(came.present()).isZero();
      assertThat(came.warnings().get(0).text()).contains("everything is transferred");
      assertThat(shelf.takeRetrieved()).contains("/studies/" + study);
    }
  }

  @Test
  void unknownStudy_isAnExceptionAsUsual() throws IOException {
    put(slices.get(0));
    wire.dispatch(new Shelf());
    assertThatThrownBy(() -> resuming().saveTo(directory)).isInstanceOf(NotFoundException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4300", "con", "nul.7", ".hidden", "a b%&", "1.2.", "xyz"})
  void identifiersThatAreNoUids_areFoundAgainUnderTheirNames(String identifier) throws IOException {
    // Written with a UID of this length, since nothing else is written.
    String stand = "9".repeat(identifier.length());
    byte[] file =
        Part10Writer.create()
            .toBytes(
                Dataset.builder()
                    .put(Tag.SOPClassUID, StoreAnswers.SECONDARY_CAPTURE)
                    .put(Tag.SOPInstanceUID, stand)
                    .put(Tag.StudyInstanceUID, stand)
                    .put(Tag.SeriesInstanceUID, stand)
                    .build());
    byte[] bytes = new String(file, ISO_8859_1).replace(stand, identifier).getBytes(ISO_8859_1);
    Shelf odd = new Shelf().add(identifier, identifier, identifier, bytes);
    wire.dispatch(odd);
    InstancesRequest request = wire.client().retrieveStudy(identifier).resume();
    assertThat(request.saveTo(directory).received()).isEqualTo(1);
    RetrieveReport again = request.saveTo(directory);
    assertThat(again.present()).isEqualTo(1);
    assertThat(again.verdict()).isEqualTo(Verdict.COMPLETE);
    assertThat(tree()).hasSize(1);
    assertThat(odd.takeRetrieved()).hasSize(1);
  }

  @Test
  void layout_saysWhereFilesGoAndAreLookedFor() throws IOException {
    InstancesRequest request = resuming().layout(FileLayout.of("all/{series}-{instance}"));
    assertThat(request.saveTo(directory).verdict()).isEqualTo(Verdict.COMPLETE);
    Path place = directory.resolve("all").resolve(series + "-" + slices.get(0).sopInstanceUid());
    assertThat(place).hasBinaryContent(slices.get(0).bytes());
    assertThat(tree()).hasSize(4);
    Files.delete(place);
    shelf.takeRetrieved();
    assertThat(request.saveTo(directory).present()).isEqualTo(3);
    assertThat(shelf.takeRetrieved()).containsExactly(path(slices.get(0)));
    assertThat(place).hasBinaryContent(slices.get(0).bytes());
    assertThat(tree()).hasSize(4);
  }

  @Test
  void linkThatLeadsNowhere_isReplaced() throws IOException {
    put(report);
    Path place = file(report);
    Files.delete(place);
    // A link to itself is no file, and one that cannot be opened is not there.
    Files.createSymbolicLink(place, place);
    assertThat(resuming().saveTo(directory).verdict()).isEqualTo(Verdict.COMPLETE);
    assertThat(place).isRegularFile().hasBinaryContent(report.bytes());
  }

  @Test
  void directoriesThatAreLinks_areUsed() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("link"), makeDirectory("elsewhere"));
    InstancesRequest request = resuming().layout(FileLayout.of("{instance}.dcm"));
    assertThat(request.saveTo(link).verdict()).isEqualTo(Verdict.COMPLETE);
    assertThat(request.saveTo(link).present()).isEqualTo(4);
    Path there = makeDirectory("there");
    Files.createSymbolicLink(makeDirectory("d").resolve(study), there);
    assertThat(resuming().saveTo(directory.resolve("d")).verdict()).isEqualTo(Verdict.COMPLETE);
    assertThat(there.resolve(series)).isNotEmptyDirectory();
  }

  private Path makeDirectory(String name) throws IOException {
    return Files.createDirectories(directory.resolve(name));
  }

  @Test
  void withoutResume_whatIsThereIsReplaced() throws IOException {
    put(slices.get(0));
    RetrieveReport came =
        wire.client()
            .retrieveStudy(study)
            .transferSyntax(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
            .saveTo(directory);
    assertThat(came.received()).isEqualTo(4);
    assertThat(came.present()).isZero();
  }

  @Test
  void serverWithInstancesOnly_givesThoseThatAreMissing() throws IOException {
    put(slices.get(0));
    ServerProfile profile =
        ServerProfile.standard().toBuilder()
            .without(Feature.STUDY_RETRIEVAL, Feature.SERIES_RETRIEVAL)
            .build();
    RetrieveReport came =
        wire.client(wire.builder().profile(profile))
            .retrieveStudy(study)
            .resume()
            .saveTo(directory);
    assertThat(came.verdict()).isEqualTo(Verdict.COMPLETE);
    assertThat(came.present()).isEqualTo(1);
    assertThat(shelf.takeRetrieved())
        .containsExactly(path(slices.get(1)), path(slices.get(2)), path(report));
  }

  @Test
  void serverWithoutInstances_sendsEverything_andAWarningTells() throws IOException {
    put(slices.get(0));
    ServerProfile profile =
        ServerProfile.standard().toBuilder().without(Feature.INSTANCE_RETRIEVAL).build();
    RetrieveReport came =
        wire.client(wire.builder().profile(profile))
            .retrieveStudy(study)
            .resume()
            .saveTo(directory);
    assertThat(came.verdict()).isEqualTo(Verdict.COMPLETE);
    assertThat(came.received()).isEqualTo(4);
    assertThat(came.warnings()).hasSize(1);
    assertThat(shelf.takeRetrieved()).containsExactly("/studies/" + study);
  }
}
