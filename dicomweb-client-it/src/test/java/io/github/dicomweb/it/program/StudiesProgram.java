// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.delete.DeleteStatus;
import io.github.dicomweb.delete.RejectionReasons;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.retrieve.InstancePart;
import io.github.dicomweb.retrieve.Parts;
import io.github.dicomweb.retrieve.RetrieveReport;
import io.github.dicomweb.retrieve.Verdict;
import io.github.dicomweb.search.InstanceSearch;
import io.github.dicomweb.search.SearchRequest;
import io.github.dicomweb.search.StudySearch;
import io.github.dicomweb.store.InstanceSource;
import io.github.dicomweb.store.StoreReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The program: stores a study, finds it, walks through it, reads all that there is of it in every
 * form, and removes it. It knows no server: what the profile does not have must be refused, and all
 * else must be right, byte by byte.
 */
public final class StudiesProgram {
  private static final Set<Integer> ABSENT = Set.of(404, 405, 501);

  private interface Action {
    Outcome run() throws IOException;
  }

  private final DicomWebClient client;
  private final ServerProfile profile;
  private final Sending sending;
  private final Path directory;
  private final ProgramStudy study;
  private final Pixels pixels;
  private final Values values;
  private final Map<Step, Outcome> outcomes = new EnumMap<>(Step.class);

  /**
   * A program.
   *
   * @param client asks the server
   * @param profile what it knows of the server
   * @param sending what it sends with
   * @param directory where files go
   * @param study what is stored, or is there already where nothing can be
   */
  public StudiesProgram(
      DicomWebClient client,
      ServerProfile profile,
      Sending sending,
      Path directory,
      ProgramStudy study) {
    this.client = client;
    this.profile = profile;
    this.sending = sending;
    this.directory = directory;
    this.study = study;
    this.pixels = new Pixels(client, study);
    this.values = new Values(client, profile, study);
  }

  /** Does all steps, and says what became of each. */
  public Map<Step, Outcome> run() throws IOException {
    step(Step.STORE, this::store);
    find();
    step(Step.METADATA_OF_STUDY, values::metadataOfStudy);
    step(Step.METADATA_OF_INSTANCE, values::metadataOfInstances);
    step(Step.RETRIEVE_STUDY, this::retrieveStudy);
    step(Step.RETRIEVE_INSTANCE, this::retrieveInstances);
    step(Step.NATIVE_FRAMES, pixels::nativeFrames);
    step(Step.COMPRESSED_FRAMES, pixels::compressedFrames);
    step(Step.RENDERED, pixels::rendered);
    step(Step.THUMBNAIL, pixels::thumbnail);
    step(Step.BULK_DATA, values::bulkData);
    step(Step.BULK_DATA_RANGE, values::bulkDataRange);
    step(Step.REJECT, this::reject);
    step(Step.DELETE, this::delete);
    assertThat(outcomes).containsOnlyKeys(Step.values());
    return outcomes;
  }

  private void step(Step step, Action action) throws IOException {
    Outcome outcome =
        step.isOffered(profile) ? attempt(step, action) : refused(step, action, sending.count());
    outcomes.put(step, outcome);
  }

  private static Outcome attempt(Step step, Action action) throws IOException {
    try {
      return action.run();
    } catch (HttpStatusException e) {
      if (ABSENT.contains(e.status())) {
        return Outcome.ABSENT;
      }
      throw new AssertionError(step + " was answered " + e.status() + ": " + e.body(), e);
    } catch (DicomWebException | UnsupportedOperationException | AssertionError e) {
      throw new AssertionError(step + ": " + e.getMessage(), e);
    }
  }

  private Outcome refused(Step step, Action action, int before) {
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .as("%s, which the profile does not have", step)
        .isThrownBy(action::run);
    assertThat(sending.count()).as("requests sent after %s was refused", step).isEqualTo(before);
    return Outcome.REFUSED;
  }

  private Outcome store() {
    List<InstanceSource> sources =
        study.objects().stream()
            .map(object -> InstanceSource.of(object.instance(), object.bytes()))
            .toList();
    StoreReport report = client.storeInstances().addAll(sources).execute();
    if (report.httpStatus().isPresent() && ABSENT.contains(report.httpStatus().getAsInt())) {
      assertThat(report.stored()).isEmpty();
      return Outcome.ABSENT;
    }
    report.orThrow();
    assertThat(report.stored())
        .extracting(outcome -> outcome.sopInstanceUid().orElseThrow())
        .containsExactlyInAnyOrderElementsOf(
            study.objects().stream().map(StudyObject::instance).toList());
    return Outcome.DONE;
  }

  private void find() throws IOException {
    StudyObject any = study.image();
    String name = any.text(Tag.PatientName);
    step(Step.FIND_BY_NAME, () -> found(studies().patientName(name)));
    step(
        Step.FIND_BY_START_OF_NAME,
        () -> found(studies().patientName(name.substring(0, name.indexOf('^')) + "*")));
    step(
        Step.FIND_BY_ID_AND_DATE,
        () ->
            found(
                studies()
                    .patientId(any.text(Tag.PatientID))
                    .studyDate(any.dataset().date(Tag.StudyDate).orElseThrow())));
    step(Step.FIND_BY_UID, () -> found(studies().studyInstanceUid(any.study())));
    step(Step.WALK, this::walk);
    step(
        Step.INSTANCES_OF_STUDY,
        () -> {
          assertThat(uids(client.searchForInstances(any.study()), Tag.SOPInstanceUID))
              .isEqualTo(expected(Tag.SOPInstanceUID, study.objects()));
          return Outcome.DONE;
        });
    step(
        Step.FIND_IN_ALL_STUDIES,
        () -> {
          InstanceSearch search = client.searchForInstances().sopInstanceUid(any.instance());
          assertThat(uids(search, Tag.SOPInstanceUID)).containsExactly(any.instance());
          return Outcome.DONE;
        });
  }

  private StudySearch studies() {
    return client.searchForStudies();
  }

  private Outcome found(StudySearch search) {
    List<Dataset> results = search.stream().toList();
    assertThat(results).hasSize(1);
    for (int tag : List.of(Tag.StudyInstanceUID, Tag.PatientID, Tag.PatientName, Tag.StudyDate)) {
      assertThat(results.get(0).string(tag)).contains(study.image().text(tag));
    }
    return Outcome.DONE;
  }

  private Outcome walk() {
    String uid = study.image().study();
    Set<String> series = uids(client.searchForSeries(uid), Tag.SeriesInstanceUID);
    assertThat(series).isEqualTo(expected(Tag.SeriesInstanceUID, study.objects()));
    for (String one : series) {
      List<StudyObject> members =
          study.objects().stream().filter(object -> object.series().equals(one)).toList();
      assertThat(uids(client.searchForInstances(uid, one), Tag.SOPInstanceUID))
          .isEqualTo(expected(Tag.SOPInstanceUID, members));
    }
    return Outcome.DONE;
  }

  private static Set<String> uids(SearchRequest<?> search, int tag) {
    List<String> found = search.stream().map(result -> result.string(tag).orElseThrow()).toList();
    assertThat(found).doesNotHaveDuplicates();
    return new TreeSet<>(found);
  }

  private static Set<String> expected(int tag, List<StudyObject> objects) {
    return objects.stream()
        .map(object -> object.text(tag))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Outcome retrieveStudy() throws IOException {
    RetrieveReport report = client.retrieveStudy(study.image().study()).saveTo(directory);
    assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.COMPLETE);
    assertThat(report.received()).isEqualTo(study.objects().size());
    for (StudyObject object : study.objects()) {
      Path file =
          directory
              .resolve(object.study())
              .resolve(object.series())
              .resolve(object.instance() + ".dcm");
      StudyObject.assertSame(Files.readAllBytes(file), object.bytes());
    }
    try (Stream<Path> files = Files.walk(directory)) {
      assertThat(files.filter(Files::isRegularFile)).hasSameSizeAs(study.objects());
    }
    return Outcome.DONE;
  }

  private Outcome retrieveInstances() {
    for (StudyObject object : List.of(study.image(), study.compressed())) {
      try (Parts<InstancePart> parts =
          client.retrieveInstance(object.study(), object.series(), object.instance()).open()) {
        StudyObject.assertSame(parts.next().orElseThrow().readAllBytes(), object.bytes());
        assertThat(parts.next()).isEmpty();
        assertThat(parts.ended()).isTrue();
      }
    }
    return Outcome.DONE;
  }

  private Outcome reject() {
    StudyObject report = study.report();
    assertThat(
            client
                .deletions()
                .rejectInstance(
                    report.study(), report.series(), report.instance(), RejectionReasons.QUALITY)
                .execute()
                .count())
        .hasValue(1);
    assertThat(uids(client.searchForInstances(report.study()), Tag.SOPInstanceUID))
        .hasSize(study.objects().size() - 1)
        .doesNotContain(report.instance());
    return Outcome.DONE;
  }

  private Outcome delete() {
    String uid = study.image().study();
    assertThat(client.deletions().study(uid).execute().orThrow().status())
        .isEqualTo(DeleteStatus.DELETED);
    assertThat(studies().studyInstanceUid(uid).stream()).isEmpty();
    return Outcome.DONE;
  }
}
