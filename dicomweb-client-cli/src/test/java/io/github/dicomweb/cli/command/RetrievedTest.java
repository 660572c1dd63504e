// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.retrieve.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

  @Test
  void seriesThatFailedAsAWhole_isMissingInstanceByInstance() throws IOException {
    retrieved.present("1.1", Path.of("1.1.dcm"), 10);
    retrieved.saved("1.2", Path.of("1.2.dcm"), 20);
    retrieved.missing(List.of("1.2", "1.3", "1.4"), refused);
    assertThat(retrieved.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(retrieved.failure()).contains(refused);
    assertThat(report())
        .contains("\"expected\":4")
        .contains("{\"sopInstanceUID\":\"1.2\",\"file\":\"1.2.dcm\",\"status\":\"saved\"")
        .contains("{\"sopInstanceUID\":\"1.3\",\"file\":null,\"status\":\"missing\"")
        .contains("{\"sopInstanceUID\":\"1.4\",\"file\":null,\"status\":\"missing\"");
  }

  @Test
  void retrievalThatBrokeOff_countsWhatCame() throws IOException {
    retrieved.present("1.1", Path.of("1.1.dcm"), 10);
    retrieved.saved("1.2", Path.of("1.2.dcm"), 20);
    retrieved.brokenOff();
    assertThat(report())
        .contains("\"verdict\":\"incomplete\",\"expected\":null,\"received\":2,\"bytes\":30");
  }
}
