// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.Tags;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page about a study. It needs nothing from elsewhere and is allowed nothing: no script, no
 * request, only its own style and the pictures in it.
 */
final class PreviewPage {
  private static final String STYLE =
      """
      body{font:15px/1.45 system-ui,sans-serif;margin:0;background:#f4f5f7;color:#1c2430}
      header{background:#16324f;color:#fff;padding:1.2rem 2rem}
      h1{font-size:1.35rem;margin:0 0 .2rem}
      header p{margin:0;opacity:.85}
      main{padding:1.5rem 2rem;display:grid;gap:1.2rem}
      dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:0}
      dt{color:#5a6675}
      dd{margin:0;overflow-wrap:anywhere}
      section{background:#fff;border:1px solid #dde1e7;border-radius:8px;padding:1rem}
      .series{display:grid;grid-template-columns:repeat(auto-fill,minmax(19rem,1fr));gap:1.2rem}
      .series h2{font-size:1.05rem;margin:0 0 .7rem}
      .picture{background:#000;border-radius:4px;height:256px;display:flex;align-items:center;
      justify-content:center;color:#9aa5b1;margin-bottom:.7rem;overflow:hidden}
      img{max-width:100%;max-height:256px;display:block}
      """;
  private static final List<Integer> STUDY =
      List.of(
          Tag.PatientID,
          Tag.PatientBirthDate,
          Tag.PatientSex,
          Tag.StudyDate,
          Tag.StudyTime,
          Tag.AccessionNumber,
          Tag.ReferringPhysicianName,
          Tag.StudyID,
          Tag.ModalitiesInStudy,
          Tag.NumberOfStudyRelatedInstances,
          Tag.StudyInstanceUID);
  private static final List<Integer> SERIES =
      List.of(
          Tag.Modality,
          Tag.BodyPartExamined,
          Tag.PerformedProcedureStepStartDate,
          Tag.NumberOfSeriesRelatedInstances,
          Tag.SeriesInstanceUID);
  // what a browser shows in an image, and no markup that could hold more
  private static final Map<String, Integer> PICTURES =
      Map.of("image/jpeg", 0, "image/png", 1, "image/gif", 2);

  private final Appendable out;

  PreviewPage(Appendable out) {
    this.out = out;
  }

  static boolean shows(String mediaType) {
    return PICTURES.containsKey(mediaType);
  }

  void begin(Dataset study) throws IOException {
    String name = study.string(Tag.PatientName).orElse("(no name)");
    String description = study.string(Tag.StudyDescription).orElse("Study");
    out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .append("img-src data:; style-src 'sha256-")
        .append(hash())
        .append("'; base-uri 'none'; form-action 'none'\">\n");
    out.append("<meta name=\"referrer\" content=\"no-referrer\">\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width\">\n");
    out.append("<link rel=\"icon\" href=\"data:,\">\n");
    out.append("<title>").append(escaped(name + " – " + description)).append("</title>\n");
    out.append("<style>").append(STYLE).append("</style>\n</head>\n<body>\n<header>\n<h1>");
    out.append(escaped(name)).append("</h1>\n<p>").append(escaped(description));
    out.append("</p>\n</header>\n<main>\n<section>\n");
    attributes(study, STUDY);
    out.append("</section>\n<div class=\"series\">\n");
  }

  void series(Dataset series, @Nullable String mediaType, byte[] picture, String instead)
      throws IOException {
    String title = series.string(Tag.SeriesDescription).orElse("Series");
    String number = series.string(Tag.SeriesNumber).map(n -> n + ". ").orElse("");
    out.append("<section>\n<h2>").append(escaped(number + title)).append("</h2>\n");
    out.append("<div class=\"picture\">");
    if (mediaType != null && shows(mediaType)) {
      out.append("<img alt=\"").append(escaped(title)).append("\" src=\"data:");
      out.append(mediaType).append(";base64,");
      out.append(Base64.getEncoder().encodeToString(picture)).append("\">");
    } else {
      out.append(escaped(instead));
    }
    out.append("</div>\n");
    attributes(series, SERIES);
    out.append("</section>\n");
  }

  void end() throws IOException {
    out.append("</div>\n</main>\n</body>\n</html>\n");
  }

  private void attributes(Dataset dataset, List<Integer> tags) throws IOException {
    Map<String, String> shown = new LinkedHashMap<>();
    for (int tag : tags) {
      String value = String.join(", ", dataset.strings(tag));
      if (!value.isEmpty()) {
        shown.put(Tags.name(tag), value);
      }
    }
    out.append("<dl>\n");
    for (Map.Entry<String, String> entry : shown.entrySet()) {
      out.append("<dt>").append(escaped(entry.getKey())).append("</dt><dd>");
      out.append(escaped(entry.getValue())).append("</dd>\n");
    }
    out.append("</dl>\n");
  }

  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(Character.isISOControl(c) ? ' ' : c);
      }
    }
    return escaped.toString();
  }

  private static String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(STYLE.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
