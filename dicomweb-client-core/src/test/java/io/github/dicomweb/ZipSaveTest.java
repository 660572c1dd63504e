// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.config.Progress;
import io.github.dicomweb.error.MalformedResponseException;
import io.github.dicomweb.error.Warning;
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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Archives into a directory: names from the instances, nothing half, nothing silently missing. */
class ZipSaveTest {
  @RegisterExtension final Wire wire = new Wire();
  @TempDir Path directory = Path.of("");

  private final List<TestObject> objects = TestStudies.ctSlices().subList(0, 3);
  private final String study = objects.get(0).studyInstanceUid();

  private void serve(byte[] archive) {
    String listed =
        objects.stream()
            .map(o -> Wire.instance(o.sopInstanceUid()))
            .collect(Collectors.joining(",", "[", "]"));
    wire.dispatch(
        request -> {
          String target = Objects.requireNonNull(request.getTarget());
          if (target.contains("offset=")) {
            return new MockResponse.Builder().code(204).build();
          }
          return target.contains("/instances?")
              ? Wire.json(listed)
              : Archives.response(archive).build();
        });
  }

  private Map<String, byte[]> files() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("DICOM/", new byte[0]);
    for (int i = 0; i < objects.size(); i++) {
      files.put("../../DICOM/" + i, objects.get(i).bytes());
    }
    return files;
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
  void archive_whole_isSavedUnderTheNamesOfItsInstances() throws IOException {
    serve(Archives.deflated(files()));
    List<SavedInstance> saved = new ArrayList<>();
    List<Progress> progress = new ArrayList<>();
    RetrieveReport report =
        wire.client()
            .retrieveZip(study)
            .onInstance(saved::add)
            .onProgress(progress::add)
            .saveTo(directory);
    assertThat(report.verdict()).isEqualTo(Verdict.COMPLETE);
    assertThat(report.received()).isEqualTo(3);
    assertThat(report.warnings()).isEmpty();
    for (TestObject object : objects) {
      assertThat(file(object)).hasBinaryContent(object.bytes());
    }
    assertThat(tree()).hasSize(3);
    assertThat(saved).hasSize(3);
    assertThat(progress).isNotEmpty();
  }

  @Test
  void dicomdir_isLeftOutAndSaid() throws IOException {
    Map<String, byte[]> files = files();
    files.put("DICOMDIR", "its references would lead nowhere".getBytes(US_ASCII));
    serve(Archives.deflated(files));
    RetrieveReport report =
        wire.client().retrieveZip(study).withDicomdir().saveToAsync(directory).join();
    assertThat(report.verdict()).isEqualTo(Verdict.COMPLETE);
    assertThat(report.warnings())
        .singleElement()
        .extracting(Warning::text)
        .asString()
        .contains("DICOMDIR");
    assertThat(tree()).hasSize(3);
  }

  @Test
  void archive_cut_keepsWhatIsWholeAndIsIncomplete() throws IOException {
    byte[] archive = Archives.deflated(files());
    serve(Arrays.copyOf(archive, archive.length / 2));
    RetrieveReport report = wire.client().retrieveZip(study).saveTo(directory);
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.failure()).containsInstanceOf(MalformedResponseException.class);
    assertThat(report.received()).isPositive().isLessThan(3);
    assertThat(report.missing()).hasSize(3 - (int) report.received());
    assertThat(tree()).as("nothing half").hasSize((int) report.received());
    assertThatThrownBy(report::orThrow).isInstanceOf(RetrieveException.class);
  }

  @Test
  void archive_cutAfterTheLastFile_isIncompleteThoughEveryInstanceIsThere() {
    byte[] archive = Archives.deflated(files());
    serve(Arrays.copyOf(archive, archive.length - 30));
    RetrieveReport report = wire.client().retrieveZip(study).saveTo(directory);
    assertThat(report.received()).isEqualTo(3);
    assertThat(report.missing()).isEmpty();
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
  }

  @Test
  void archive_wholeButWithoutAnInstance_isIncomplete() {
    Map<String, byte[]> files = files();
    files.remove("../../DICOM/1");
    serve(Archives.stored(files));
    RetrieveReport report = wire.client().retrieveZip(study).saveTo(directory);
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.missing()).containsExactly(objects.get(1).sopInstanceUid());
  }

  @Test
  void file_thatIsNoInstance_isKeptAsUnidentified() {
    Map<String, byte[]> files = files();
    files.put("README.TXT", "hello".getBytes(US_ASCII));
    serve(Archives.deflated(files));
    RetrieveReport report = wire.client().retrieveZip(study).saveTo(directory);
    assertThat(report.unidentified()).containsExactly(3);
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
  }
}
