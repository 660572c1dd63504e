// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PreviewPageTest {
  private static final String EVIL = "<script>alert(1)</script>\"'&\u001B";

  private static String page() throws IOException {
    StringBuilder html = new StringBuilder();
    PreviewPage page = new PreviewPage(html);
    page.begin(
        Dataset.builder()
            .put(Tag.PatientName, EVIL)
            .put(Tag.StudyDescription, EVIL)
            .put(Tag.AccessionNumber, EVIL)
            .build());
    Dataset series = Dataset.builder().put(Tag.SeriesDescription, EVIL).build();
    page.series(series, "image/png", new byte[] {1}, "none");
    page.series(series, "text/html", "<b>".getBytes(StandardCharsets.UTF_8), "no picture");
    page.end();
    return html.toString();
  }

  @Test
  void page_ofAnyText_isEscaped() throws IOException {
    assertThat(page())
        .doesNotContain("<script", "<b>", "\u001B")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;")
        .contains("data:image/png;base64,AQ==")
        .contains("no picture");
  }

  @Test
  void page_showsNamesDatesAndCountsAsPeopleWriteThem() throws IOException {
    StringBuilder html = new StringBuilder();
    PreviewPage page = new PreviewPage(html);
    page.begin(
        Dataset.builder()
            .put(Tag.PatientName, "Yamada^Tarou=山田^太郎")
            .put(Tag.ReferringPhysicianName, "Doe^^J")
            .put(Tag.StudyDate, "20260301")
            .put(Tag.StudyTime, "101500.250")
            .put(Tag.PatientBirthDate, "no date")
            .build());
    page.series(
        Dataset.builder()
            .put(Tag.Modality, "CT")
            .put(Tag.NumberOfSeriesRelatedInstances, "1")
            .build(),
        null,
        new byte[0],
        "no picture");
    page.end();
    assertThat(html.toString())
        .contains("<h1>Yamada Tarou <span>山田 太郎</span></h1>", "<title>Yamada Tarou – Study")
        .contains("<dd>Doe J</dd>", "<dd>2026-03-01</dd>", "<dd>10:15</dd>", "<dd>no date</dd>")
        .contains("<b>CT</b><b>1 instance</b>");
  }

  @Test
  void page_policy_allowsItsOwnStyleOnly() throws Exception {
    String html = page();
    String style = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
    String hash =
        Base64.getEncoder()
            .encodeToString(
                MessageDigest.getInstance("SHA-256")
                    .digest(style.getBytes(StandardCharsets.UTF_8)));
    assertThat(html)
        .contains("default-src 'none'; img-src data:; style-src 'sha256-" + hash + "'")
        .doesNotContain("style=");
  }

  @Test
  void frames_lists_areNumbers() {
    assertThat(FramesCommand.numbers("1,3,5-7")).containsExactly(1, 3, 5, 6, 7);
  }
}
