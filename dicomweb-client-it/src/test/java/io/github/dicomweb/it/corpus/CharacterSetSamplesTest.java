// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.dicom.PersonName;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.it.samples.SamplePackages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The names in {@code FileInfo.txt}: bytes and character sets, which Java's charsets decode here.
 */
class CharacterSetSamplesTest {
  private static final Pattern LINE =
      Pattern.compile("(chr\\w+\\.dcm)\\s+(\\[.*?\\]|\\S+(?: \\d+)?)\\s+'(.*)'");
  private static final Pattern ESCAPED = Pattern.compile("\\\\x([0-9a-f]{2})|(.)");

  @Test
  void read_ofEachSample_givesTheNameInFileInfo() throws IOException {
    Path directory = SamplePackages.pydicom().resolve("charset_files");
    Map<String, String> read = new LinkedHashMap<>();
    Map<String, String> expected = new LinkedHashMap<>();
    for (String line : Files.readAllLines(directory.resolve("FileInfo.txt"))) {
      Matcher fields = LINE.matcher(line);
      if (fields.lookingAt()) {
        String file = fields.group(1);
        expected.put(file, decode(fields.group(2), bytes(fields.group(3))));
        read.put(
            file,
            new CorpusFile(directory.resolve(file), file)
                .read()
                .orThrow()
                .dataset()
                .personName(Tag.PatientName)
                .map(PersonName::toDicomString)
                .orElse(""));
      }
    }
    assertThat(read).hasSize(12).isEqualTo(expected);
    assertThat(read).containsEntry("chrX1.dcm", "Wang^XiaoDong=王^小東");
  }

  /** Those that FileInfo.txt tells of in words, with the names that pydicom's own tests have. */
  @Test
  void read_ofTheOtherSamples_givesTheirNames() throws IOException {
    assertThat(name("chrFrenMulti.dcm", "OtherPatientNames")).contains("Buc^J\u00e9r\u00f4me");
    assertThat(name("chrJapMulti.dcm", "PatientName"))
        .contains("\u3084\u307e\u3060^\u305f\u308d\u3046");
    assertThat(name("chrJapMultiExplicitIR6.dcm", "PatientName"))
        .contains("\u3084\u307e\u3060^\u305f\u308d\u3046");
    assertThat(name("chrKoreanMulti.dcm", "PatientName")).contains("\uae40\ud76c\uc911");
    String nested = "RequestedProcedureCodeSequence[0].PatientName";
    String name =
        "\uff94\uff8f\uff80\uff9e^\uff80\uff9b\uff73=\u5c71\u7530^\u592a\u90ce=\u3084\u307e\u3060^\u305f\u308d\u3046";
    assertThat(name("chrSQEncoding.dcm", nested)).contains(name);
    assertThat(name("chrSQEncoding1.dcm", nested)).contains(name);
    assertThat(name("chrSQEncoding.dcm", "RequestingPhysician")).contains("Doctor^Who^^MD");
  }

  private static Optional<String> name(String file, String path) throws IOException {
    Path directory = SamplePackages.pydicom().resolve("charset_files");
    return new CorpusFile(directory.resolve(file), file)
        .read()
        .orThrow()
        .dataset()
        .personName(path)
        .map(PersonName::toDicomString);
  }

  private static byte[] bytes(String escaped) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Matcher matcher = ESCAPED.matcher(escaped);
    while (matcher.find()) {
      bytes.write(
          matcher.group(1) == null
              ? matcher.group(2).charAt(0)
              : Integer.parseInt(matcher.group(1), 16));
    }
    return bytes.toByteArray();
  }

  private static String decode(String sets, byte[] bytes) {
    String name =
        switch (sets) {
          case "ISO_IR 192" -> new String(bytes, StandardCharsets.UTF_8);
          case "GB18030" -> in("GB18030", bytes);
          case "ISO_IR 100" -> new String(bytes, StandardCharsets.ISO_8859_1);
          case "ISO_IR 126" -> in("ISO-8859-7", bytes);
          case "ISO_IR 127" -> in("ISO-8859-6", bytes);
          case "ISO_IR 138" -> in("ISO-8859-8", bytes);
          case "ISO_IR 144" -> in("ISO-8859-5", bytes);
          case "['', 'ISO 2022 IR 87']" -> in("ISO-2022-JP", bytes);
          case "['ISO 2022 IR 13', 'ISO 2022 IR 87']" -> japanese(bytes);
          case "['', 'ISO 2022 IR 149']" -> in("EUC-KR", withoutEscapes(bytes));
          default -> throw new IllegalArgumentException("a character set that is not expected");
        };
    // an empty last group says nothing
    return name.replaceAll("=+$", "");
  }

  /** Katakana of eight bits in the first group, Kanji with escapes behind it. */
  private static String japanese(byte[] bytes) {
    String raw = new String(bytes, StandardCharsets.ISO_8859_1);
    int first = raw.indexOf('=');
    return in("JIS_X0201", raw.substring(0, first).getBytes(StandardCharsets.ISO_8859_1))
        + in("ISO-2022-JP", raw.substring(first).getBytes(StandardCharsets.ISO_8859_1));
  }

  private static byte[] withoutEscapes(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .replace("\u001b$)C", "")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String in(String charset, byte[] bytes) {
    return new String(bytes, Charset.forName(charset));
  }
}
