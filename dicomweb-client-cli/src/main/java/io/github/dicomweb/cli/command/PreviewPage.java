// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.error.DicomFormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page about a study. It needs nothing from elsewhere and is allowed nothing: no script, no
 * request, only its own style and the pictures in it.
 */
final class PreviewPage {
  private static final String STYLE =
      """
      :root{color-scheme:light dark;--page:#f3f5f8;--card:#fff;--line:#dbe1e8;--text:#1b2430;
      --soft:#5b6878;--head:#14334f;--badge:#e4edf6;--badge-text:#14446e}
      @media (prefers-color-scheme:dark){:root{--page:#11161c;--card:#1a2129;--line:#2d3743;
      --text:#e4e9ef;--soft:#98a5b4;--head:#0d2438;--badge:#1f3a54;--badge-text:#b9dcfb}}
      *{box-sizing:border-box}
      body{font:15px/1.5 system-ui,sans-serif;margin:0;background:var(--page);color:var(--text)}
      header{background:var(--head);color:#fff;padding:1.4rem clamp(1rem,4vw,2.5rem)}
      h1{font-size:1.5rem;line-height:1.25;margin:0}
      header span{font-size:1rem;font-weight:400;opacity:.8;white-space:nowrap}
      header p{margin:.3rem 0 0;opacity:.9}
      main{max-width:75rem;margin:0 auto;padding:1.4rem clamp(1rem,4vw,2.5rem);
      display:grid;gap:1.4rem}
      section{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:1.1rem;
      min-width:0}
      dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,15rem),1fr));
      gap:.7rem 1.4rem;margin:0}
      dt{color:var(--soft);font-size:.8rem}
      dd{margin:0;overflow-wrap:anywhere}
      .all{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr));
      gap:1.4rem}
      .series{padding:0;overflow:hidden}
      .series h2{font-size:1.05rem;line-height:1.3;margin:.9rem 1.1rem .5rem;overflow-wrap:anywhere}
      .series p{margin:0 1.1rem .8rem;display:flex;flex-wrap:wrap;gap:.4rem}
      .series p b{background:var(--badge);color:var(--badge-text);border-radius:99px;
      padding:.05rem .65rem;font-size:.8rem;font-weight:600}
      .series dl{margin:0 1.1rem 1.1rem}
      .picture{background:#000;height:16rem;display:flex;align-items:center;justify-content:center;
      overflow:hidden}
      .none{background:var(--page);color:var(--soft);border-bottom:1px solid var(--line)}
      img{width:100%;height:100%;object-fit:contain;display:block}
      @media print{body{background:#fff}section{break-inside:avoid}}
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
      List.of(Tag.BodyPartExamined, Tag.PerformedProcedureStepStartDate, Tag.SeriesInstanceUID);
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
    List<String> names = names(study.string(Tag.PatientName).orElse("(no name)"));
    String description = study.string(Tag.StudyDescription).orElse("Study");
    out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .append("img-src data:; style-src 'sha256-")
        .append(hash())
        .append("'; base-uri 'none'; form-action 'none'\">\n");
    out.append("<meta name=\"referrer\" content=\"no-referrer\">\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width\">\n");
    out.append("<link rel=\"icon\" href=\"data:,\">\n");
    out.append("<title>").append(escaped(names.get(0) + " – " + description)).append("</title>\n");
    out.append("<style>").append(STYLE).append("</style>\n</head>\n<body>\n<header>\n<h1>");
    out.append(escaped(names.get(0)));
    for (String other : names.subList(1, names.size())) {
      out.append(" <span>").append(escaped(other)).append("</span>");
    }
    out.append("</h1>\n<p>").append(escaped(description));
    out.append("</p>\n</header>\n<main>\n<section>\n");
    attributes(study, STUDY);
    out.append("</section>\n<div class=\"all\">\n");
  }

  /** The component groups of a name, as people write them. */
  private static List<String> names(String value) {
    List<String> names = new ArrayList<>();
    for (String group : value.split("=", -1)) {
      String name = group.replaceAll("\\^+", " ").strip();
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return names.isEmpty() ? List.of("(no name)") : names;
  }

  void series(Dataset series, @Nullable String mediaType, byte[] picture, String instead)
      throws IOException {
    String title = series.string(Tag.SeriesDescription).orElse("Series");
    String number = series.string(Tag.SeriesNumber).map(n -> n + ". ").orElse("");
    boolean shown = mediaType != null && shows(mediaType);
    out.append("<section class=\"series\">\n<div class=\"picture");
    out.append(shown ? "\">" : " none\">");
    if (shown) {
      out.append("<img alt=\"").append(escaped(title)).append("\" src=\"data:");
      out.append(mediaType).append(";base64,");
      out.append(Base64.getEncoder().encodeToString(picture)).append("\">");
    } else {
      out.append(escaped(instead));
    }
    out.append("</div>\n<h2>").append(escaped(number + title)).append("</h2>\n<p>");
    badge(series.string(Tag.Modality), "");
    Optional<String> count = series.string(Tag.NumberOfSeriesRelatedInstances);
    badge(count, count.equals(Optional.of("1")) ? " instance" : " instances");
    out.append("</p>\n");
    attributes(series, SERIES);
    out.append("</section>\n");
  }

  private void badge(Optional<String> value, String unit) throws IOException {
    if (value.isPresent()) {
      out.append("<b>").append(escaped(value.get() + unit)).append("</b>");
    }
  }

  void end() throws IOException {
    out.append("</div>\n</main>\n</body>\n</html>\n");
  }

  private void attributes(Dataset dataset, List<Integer> tags) throws IOException {
    out.append("<dl>\n");
    for (int tag : tags) {
      String value = value(dataset, tag);
      if (!value.isEmpty()) {
        out.append("<div><dt>").append(escaped(Tags.name(tag))).append("</dt><dd>");
        out.append(escaped(value)).append("</dd></div>\n");
      }
    }
    out.append("</dl>\n");
  }

  private static String value(Dataset dataset, int tag) {
    String plain = String.join(", ", dataset.strings(tag));
    if (plain.isEmpty()) {
      return plain;
    }
    try {
      return readable(dataset, tag, plain);
    } catch (DicomFormatException e) {
      // what is no date is shown as it is
      return plain;
    }
  }

  private static String readable(Dataset dataset, int tag, String plain) {
    return switch (tag) {
      case Tag.PatientBirthDate, Tag.StudyDate, Tag.PerformedProcedureStepStartDate ->
          dataset.date(tag).map(LocalDate::toString).orElse(plain);
      case Tag.StudyTime ->
          dataset
              .time(tag)
              .map(time -> time.truncatedTo(ChronoUnit.SECONDS).toString())
              .orElse(plain);
      case Tag.ReferringPhysicianName -> String.join(" · ", names(plain));
      default -> plain;
    };
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
