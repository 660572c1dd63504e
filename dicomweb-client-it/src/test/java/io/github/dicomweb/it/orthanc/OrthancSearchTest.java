// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.orthanc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.DateRange;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.TimeRange;
import io.github.dicomweb.it.orthanc.Truth.Level;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.search.SearchRequest;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Each typed key, with values that the files have, against what the files say. */
@OrthancTest
class OrthancSearchTest {
  private static final int VALUES_A_KEY = 8;

  @Test
  void search_withEachKey_findsWhatTheFilesSay(OrthancServer server) throws Exception {
    Truth truth = Truth.of(SampleFiles.loadInto(server));
    try (DicomWebClient client = server.client()) {
      texts(client, truth);
      uids(client, truth);
      numbers(client, truth);
      wildcards(client, truth);
    }
  }

  private static void texts(DicomWebClient client, Truth truth) {
    for (String id : some(truth.values(Tag.PatientID))) {
      Predicate<Dataset> same = text(Tag.PatientID, id);
      check(truth, Level.STUDY, client.searchForStudies().patientId(id), same);
      check(truth, Level.SERIES, client.searchForSeries().patientId(id), same);
      check(truth, Level.INSTANCE, client.searchForInstances().patientId(id), same);
    }
    for (String number : some(truth.values(Tag.AccessionNumber))) {
      check(
          truth,
          Level.STUDY,
          client.searchForStudies().accessionNumber(number),
          text(Tag.AccessionNumber, number));
    }
    for (String id : some(truth.values(Tag.StudyID))) {
      check(truth, Level.STUDY, client.searchForStudies().studyId(id), text(Tag.StudyID, id));
    }
    for (String name : some(truth.values(Tag.ReferringPhysicianName))) {
      check(
          truth,
          Level.STUDY,
          client.searchForStudies().referringPhysicianName(name),
          text(Tag.ReferringPhysicianName, name));
    }
    for (String modality : truth.values(Tag.Modality)) {
      Predicate<Dataset> same = text(Tag.Modality, modality);
      check(truth, Level.SERIES, client.searchForSeries().modality(modality), same);
      check(truth, Level.INSTANCE, client.searchForInstances().modality(modality), same);
      // A study holds a modality when any of its files is of it.
      assertThat(found(client.searchForStudies().modalitiesInStudy(modality), Level.STUDY))
          .as("ModalitiesInStudy %s", modality)
          .isEqualTo(truth.may(Level.STUDY, same));
    }
    assertThat(
            found(
                client.searchForStudies().matchAny(Tag.ModalitiesInStudy, List.of("MR", "CR")),
                Level.STUDY))
        .isEqualTo(truth.may(Level.STUDY, text(Tag.Modality, "MR").or(text(Tag.Modality, "CR"))));
  }

  private static void uids(DicomWebClient client, Truth truth) {
    String[] studies = truth.uids(Level.STUDY).stream().limit(5).toArray(String[]::new);
    String[] series = truth.uids(Level.SERIES).stream().limit(5).toArray(String[]::new);
    String[] instances = truth.uids(Level.INSTANCE).stream().limit(20).toArray(String[]::new);
    Predicate<Dataset> inStudies = any(Tag.StudyInstanceUID, studies);
    Predicate<Dataset> inSeries = any(Tag.SeriesInstanceUID, series);
    check(truth, Level.STUDY, client.searchForStudies().studyInstanceUid(studies), inStudies);
    check(truth, Level.SERIES, client.searchForSeries().studyInstanceUid(studies), inStudies);
    check(truth, Level.SERIES, client.searchForSeries().seriesInstanceUid(series), inSeries);
    check(truth, Level.INSTANCE, client.searchForInstances().seriesInstanceUid(series), inSeries);
    check(
        truth,
        Level.INSTANCE,
        client.searchForInstances().sopInstanceUid(instances),
        any(Tag.SOPInstanceUID, instances));
    for (String sopClass : truth.values(Tag.SOPClassUID)) {
      check(
          truth,
          Level.INSTANCE,
          client.searchForInstances().sopClassUid(sopClass),
          any(Tag.SOPClassUID, sopClass));
    }
  }

  private static void numbers(DicomWebClient client, Truth truth) {
    for (int number : List.of(1, 2, 3)) {
      check(
          truth,
          Level.SERIES,
          client.searchForSeries().seriesNumber(number),
          text(Tag.SeriesNumber, Integer.toString(number)));
      check(
          truth,
          Level.INSTANCE,
          client.searchForInstances().instanceNumber(number),
          text(Tag.InstanceNumber, Integer.toString(number)));
    }
    check(
        truth,
        Level.INSTANCE,
        client.searchForInstances().match(Tag.Rows, "128"),
        text(Tag.Rows, "128"));
    check(
        truth,
        Level.INSTANCE,
        client.searchForInstances().modality("CT").match("Rows", "128").instanceNumber(1),
        text(Tag.Rows, "128").and(text(Tag.Modality, "CT")).and(text(Tag.InstanceNumber, "1")));
  }

  private static void wildcards(DicomWebClient client, Truth truth) {
    for (String start : List.of("C", "P", "1")) {
      check(
          truth,
          Level.STUDY,
          client.searchForStudies().patientId(start + "*"),
          file -> file.string(Tag.PatientID).filter(id -> id.startsWith(start)).isPresent());
    }
    check(
        truth,
        Level.STUDY,
        client.searchForStudies().patientId("?CT?"),
        file -> file.string(Tag.PatientID).filter(id -> id.matches(".CT.")).isPresent());
    check(
        truth,
        Level.SERIES,
        client.searchForSeries().modality("?T"),
        file -> file.string(Tag.Modality).filter(m -> m.matches(".T")).isPresent());
  }

  @Test
  void search_byDateAndTime_findsWhatTheFilesSay(OrthancServer server) throws Exception {
    Truth truth = Truth.of(SampleFiles.loadInto(server));
    LocalDate turn = LocalDate.of(2001, 1, 1);
    LocalDate end = LocalDate.of(2005, 12, 31);
    LocalTime noon = LocalTime.NOON;
    LocalTime evening = LocalTime.of(18, 0);
    try (DicomWebClient client = server.client()) {
      for (LocalDate day : some(truth.<LocalDate>values(file -> file.date(Tag.StudyDate)))) {
        SearchRequest<?> search = client.searchForStudies().studyDate(day);
        checkDates(truth, Level.STUDY, search, Tag.StudyDate, day, day);
      }
      checkDates(
          truth,
          Level.STUDY,
          client.searchForStudies().studyDate(DateRange.since(turn)),
          Tag.StudyDate,
          turn,
          LocalDate.MAX);
      checkDates(
          truth,
          Level.STUDY,
          client.searchForStudies().studyDate(DateRange.until(end)),
          Tag.StudyDate,
          LocalDate.MIN,
          end);
      checkDates(
          truth,
          Level.INSTANCE,
          client.searchForInstances().studyDate(DateRange.between(turn, end)),
          Tag.StudyDate,
          turn,
          end);
      checkTimes(
          truth,
          Level.STUDY,
          client.searchForStudies().studyTime(TimeRange.since(noon)),
          Tag.StudyTime,
          noon,
          LocalTime.MAX);
      checkTimes(
          truth,
          Level.STUDY,
          client.searchForStudies().studyTime(TimeRange.between(noon, evening)),
          Tag.StudyTime,
          noon,
          evening);
      checkDates(
          truth,
          Level.SERIES,
          client.searchForSeries().performedProcedureStepStartDate(DateRange.since(turn)),
          Tag.PerformedProcedureStepStartDate,
          turn,
          LocalDate.MAX);
      checkTimes(
          truth,
          Level.SERIES,
          client.searchForSeries().performedProcedureStepStartTime(TimeRange.until(noon)),
          Tag.PerformedProcedureStepStartTime,
          LocalTime.MIN,
          noon);
    }
  }

  /**
   * Debian's Orthanc does not decode queries: {@code ^} and all that is not ASCII must be found
   * without being sent, whether the client knows it beforehand or has to find out.
   */
  @Test
  void search_byNameOfAnyAlphabet_findsWhatTheFilesSay(OrthancServer server) throws Exception {
    Truth truth = Truth.of(SampleFiles.loadInto(server));
    List<String> names = truth.values(Tag.PatientName);
    assertThat(names).anyMatch(name -> name.contains("^"));
    assertThat(names).anyMatch(name -> name.chars().anyMatch(c -> c > 0x3000));
    for (ServerProfile profile : List.of(ServerProfile.standard(), ServerProfile.orthanc())) {
      try (DicomWebClient client = server.clientBuilder().profile(profile).build()) {
        for (String name : names) {
          check(
              truth,
              Level.STUDY,
              client.searchForStudies().patientName(name),
              text(Tag.PatientName, name).and(file -> !isMisread(file)),
              anyGroup(name));
        }
        Predicate<Dataset> japanese =
            file -> file.string(Tag.PatientName).filter(n -> n.contains("山田")).isPresent();
        Predicate<Dataset> sure = japanese.and(file -> !isMisread(file));
        check(truth, Level.STUDY, client.searchForStudies().patientName("*山田*"), sure, japanese);
        check(
            truth, Level.INSTANCE, client.searchForInstances().patientName("*山田*"), sure, japanese);
      }
    }
  }

  /** Orthanc does not decode Kanji where the first character set is that of half-width Katakana. */
  private static boolean isMisread(Dataset file) {
    return file.strings(Tag.SpecificCharacterSet).contains("ISO 2022 IR 13");
  }

  /** A name matches by any of its groups (PS3.4 §C.2.2.2.1.1). */
  private static Predicate<Dataset> anyGroup(String name) {
    return file ->
        file.personName(Tag.PatientName)
            .filter(
                person ->
                    person.toDicomString().equalsIgnoreCase(name)
                        || List.of(person.toDicomString().split("=")).contains(name))
            .isPresent();
  }

  /** Orthanc ignores sequences in queries and says so nowhere: what matches is at least there. */
  @Test
  void search_byAttributeOfASequence_findsAtLeastWhatMatches(OrthancServer server)
      throws Exception {
    Truth truth = Truth.of(SampleFiles.loadInto(server));
    List<String> ids =
        truth.values(f -> f.string("RequestAttributesSequence.ScheduledProcedureStepID"));
    assertThat(ids).isNotEmpty();
    try (DicomWebClient client = server.client()) {
      for (String id : ids) {
        assertThat(found(client.searchForSeries().scheduledProcedureStepId(id), Level.SERIES))
            .containsAll(
                truth.must(
                    Level.SERIES,
                    f ->
                        f.string("RequestAttributesSequence.ScheduledProcedureStepID")
                            .filter(id::equals)
                            .isPresent()));
      }
    }
  }

  private static void check(
      Truth truth, Level level, SearchRequest<?> search, Predicate<Dataset> condition) {
    check(truth, level, search, condition, condition);
  }

  private static void check(
      Truth truth,
      Level level,
      SearchRequest<?> search,
      Predicate<Dataset> must,
      Predicate<Dataset> may) {
    Set<String> found = found(search, level);
    assertThat(found).as("%s must find", search).containsAll(truth.must(level, must));
    assertThat(truth.may(level, may)).as("%s may find", search).containsAll(found);
  }

  private static Set<String> found(SearchRequest<?> search, Level level) {
    List<String> uids =
        search.stream().map(result -> result.string(level.tag()).orElseThrow()).toList();
    assertThat(uids).as("%s", search).doesNotHaveDuplicates();
    return new TreeSet<>(uids);
  }

  /** Orthanc does not care about case (CaseSensitivePN, QidoCaseSensitive: false). */
  private static Predicate<Dataset> text(int tag, String value) {
    return file -> file.string(tag).filter(value::equalsIgnoreCase).isPresent();
  }

  private static Predicate<Dataset> any(int tag, String... values) {
    Set<String> wanted = Set.of(values);
    return file -> wanted.contains(file.string(tag).orElse(""));
  }

  private static void checkDates(
      Truth truth, Level level, SearchRequest<?> search, int tag, LocalDate from, LocalDate to) {
    Predicate<Dataset> within =
        file -> {
          Optional<LocalDate> date = file.date(tag);
          return date.isPresent() && !date.get().isBefore(from) && !date.get().isAfter(to);
        };
    check(truth, level, search, within.and(file -> !isOld(file, tag)), within.or(isEmpty(tag)));
  }

  private static void checkTimes(
      Truth truth, Level level, SearchRequest<?> search, int tag, LocalTime from, LocalTime to) {
    Predicate<Dataset> within =
        file -> {
          Optional<LocalTime> time = file.time(tag);
          return time.isPresent() && !time.get().isBefore(from) && !time.get().isAfter(to);
        };
    check(truth, level, search, within.and(file -> !isOld(file, tag)), within.or(isEmpty(tag)));
  }

  /** ACR-NEMA wrote 1997.04.24 and 14:04:38, which Orthanc compares as text. */
  private static boolean isOld(Dataset file, int tag) {
    return file.string(tag).filter(text -> text.contains(".") && text.charAt(4) == '.').isPresent()
        || file.string(tag).filter(text -> text.contains(":")).isPresent();
  }

  /** Orthanc holds an empty date for one before all others. */
  private static Predicate<Dataset> isEmpty(int tag) {
    return file -> file.string(tag).isEmpty();
  }

  /** A few values, from the whole of the list. */
  private static <T> List<T> some(List<T> values) {
    assertThat(values).isNotEmpty();
    int step = Math.max(1, values.size() / VALUES_A_KEY);
    return java.util.stream.IntStream.range(0, values.size())
        .filter(i -> i % step == 0)
        .mapToObj(values::get)
        .toList();
  }
}
