// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.retrieve.RetrieveReport;
import io.github.dicomweb.retrieve.SavedInstance;
import io.github.dicomweb.retrieve.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the report says of instances that did not come. */
class RetrievedTest {
  private final HttpStatusException refused =
      HttpStatusException.of(
          new HttpStatusException.Response(
              "GET", "/studies", 500, Map.of(), List.of(), List.of(), ""));

  private final Retrieved retrieved = new Retrieved();

  private String report() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      retrieved.write(json);
    }
    return out.toString(UTF_8);
  }

  private static SavedInstance file(String instance, long bytes) {
    return new SavedInstance(instance, Path.of(instance + ".dcm"), bytes);
  }

  @Test
  void instancesThatAreMissing_haveTheirReasons() throws IOException {
    retrieved.present(file("1.1", 10));
    retrieved.saved(file("1.2", 20));
    retrieved.add(
        new RetrieveReport(
                Verdict.INCOMPLETE, 1, 4, 20, List.of("1.3", "1.4"), List.of(), List.of(), null)
            .withPresent(1)
            .withFailures(Map.of("1.3", refused)));
    assertThat(retrieved.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(retrieved.failure()).contains(refused);
    assertThat(retrieved.summary()).isEqualTo("incomplete: 2 of 4 instances, 30 bytes");
    assertThat(report())
        .contains("\"expected\":4,\"received\":2,\"bytes\":30")
        .contains("{\"sopInstanceUID\":\"1.1\",\"file\":\"1.1.dcm\",\"status\":\"present\"")
        .contains("{\"sopInstanceUID\":\"1.2\",\"file\":\"1.2.dcm\",\"status\":\"saved\"")
        .contains("{\"sopInstanceUID\":\"1.3\",\"file\":null,\"status\":\"missing\"")
        .contains("500")
        .contains("{\"sopInstanceUID\":\"1.4\",\"file\":null,\"status\":\"missing\"")
        .contains("the server did not send it");
  }

  @Test
  void attemptThatWentOn_leavesWhatItFoundSaved() throws IOException {
    retrieved.saved(file("1.1", 10));
    retrieved.present(file("1.1", 10));
    retrieved.add(
        new RetrieveReport(Verdict.COMPLETE, 0, 1, 0, List.of(), List.of(), List.of(), null)
            .withPresent(1));
    assertThat(report()).contains("\"status\":\"saved\"").doesNotContain("present");
    assertThat(retrieved.summary()).isEqualTo("complete: 1 of 1 instances, 10 bytes");
  }

  @Test
  void retrievalThatBrokeOff_countsWhatCame() throws IOException {
    retrieved.present(file("1.1", 10));
    retrieved.saved(file("1.2", 20));
    retrieved.brokenOff();
    assertThat(report())
        .contains("\"verdict\":\"incomplete\",\"expected\":null,\"received\":2,\"bytes\":30");
  }

  private static Retrieved of(
      Verdict verdict,
      List<String> missing,
      List<Integer> unidentified,
      @Nullable DicomWebException failure) {
    Retrieved retrieved = new Retrieved();
    retrieved.add(new RetrieveReport(verdict, 1, 4, 20, missing, unidentified, List.of(), failure));
    return retrieved;
  }

  @Test
  void whatIsNotComplete_isExplainedOnce() {
    assertThat(of(Verdict.COMPLETE, List.of(), List.of(), null).why()).isEmpty();
    assertThat(of(Verdict.INCOMPLETE, List.of("1.3"), List.of(), null).why())
        .contains("1 instance is missing: the server did not send it");
    assertThat(of(Verdict.INCOMPLETE, List.of("1.3", "1.4"), List.of(), null).why())
        .contains("2 instances are missing: the server did not send them");
    assertThat(of(Verdict.INCOMPLETE, List.of("1.3"), List.of(), refused).why()).isEmpty();
    assertThat(of(Verdict.INCOMPLETE, List.of(), List.of(7), null).why())
        .contains("1 of what came is no instance: it is kept in 'unidentified'");
    assertThat(of(Verdict.INCOMPLETE, List.of(), List.of(), null).why())
        .contains("the server says that this is not everything");
    assertThat(of(Verdict.UNKNOWN, List.of(), List.of(), null).why())
        .contains("the server does not say which instances there are: some may be missing");
  }
}
