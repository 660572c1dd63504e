// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.json;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.PersonName;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.error.DicomFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DicomJsonReaderTest {
  private static final String TWO =
      """
      [{"00080005":{"vr":"CS","Value":["ISO_IR 100"]},
        "00080090":{"vr":"PN"},
        "00100010":{"vr":"PN","Value":[{"Alphabetic":"Dôe^J","Ideographic":"山田"}]},
        "00200013":{"vr":"IS","Value":["7"]},
        "00280010":{"vr":"US","Value":[512]},
        "00400275":{"vr":"SQ","Value":[{"00400009":{"vr":"SH","Value":["S1"]}},{}]},
        "7FE00010":{"vr":"OW","BulkDataURI":"../bulk/7fe00010"}},
       {"00090010":{"vr":"LO","Value":["ACME"]},"00091001":{"vr":"UN","InlineBinary":"AQID"}}]
      """;

  private static DicomJsonReader reader(String json) throws IOException {
    return DicomJsonReader.from(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void next_anArray_givesItsDatasetsAndThenNull() throws IOException {
    try (DicomJsonReader reader = reader(TWO).strict()) {
      Dataset first = requireNonNull(reader.next());
      assertThat(first.personName(Tag.PatientName)).contains(PersonName.of("Dôe^J", "山田", ""));
      assertThat(first.intValue(Tag.InstanceNumber)).hasValue(7);
      assertThat(first.intValue(Tag.Rows)).hasValue(512);
      assertThat(first.contains(Tag.ReferringPhysicianName)).isTrue();
      assertThat(first.sequence(Tag.RequestAttributesSequence)).hasSize(2);
      assertThat(first.bulkData(Tag.PixelData).orElseThrow().uri()).isEqualTo("../bulk/7fe00010");
      Dataset second = requireNonNull(reader.next());
      assertThat(second.inlineBinary(0x00091001).orElseThrow()).containsExactly(1, 2, 3);
      assertThat(reader.next()).isNull();
      assertThat(reader.next()).isNull();
      assertThat(reader.warnings()).isEmpty();
    }
  }

  @Test
  void next_oneObject_givesIt() throws IOException {
    assertThat(reader("{\"00100020\":{\"vr\":\"LO\",\"Value\":[\"1\"]}}").readAll()).hasSize(1);
    assertThat(reader("{}").readAll()).containsExactly(Dataset.empty());
  }

  @Test
  void next_charactersInsteadOfBytes_givesTheSame() throws IOException {
    assertThat(DicomJsonReader.from(new StringReader(TWO)).readAll())
        .isEqualTo(reader(TWO).readAll());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \r\n\t", "[]", " [ ] "})
  void next_nothing_givesNoDataset(String json) throws IOException {
    assertThat(reader(json).readAll()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]x", "[] {}", "{}{}", "[]]", "{},", "[{}] null"})
  void next_somethingBehindTheEnd_isAnError(String json) throws IOException {
    try (DicomJsonReader reader = reader(json)) {
      assertThatThrownBy(reader::readAll).isInstanceOf(DicomFormatException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "\"x\"", "null", "x", "<html>", "[{]", "[{\"00100010\":}]"})
  void next_whatIsNoDicomJson_isAnError(String json) throws IOException {
    try (DicomJsonReader reader = reader(json)) {
      assertThatThrownBy(reader::readAll).isInstanceOf(DicomFormatException.class).hasNoCause();
    }
  }

  @Test
  void next_notWellFormed_doesNotQuoteTheInput() throws IOException {
    try (DicomJsonReader reader = reader("[{\"00100010\":{\"vr\":\"PN\",\"Value\":[Smith]}}]")) {
      assertThatThrownBy(reader::readAll)
          .isInstanceOf(DicomFormatException.class)
          .hasMessageNotContaining("Smith")
          .hasMessageContaining("/0/00100010")
          .hasMessageContaining("byte offset");
    }
  }

  @Test
  void next_arrayCutAtAnyByte_neverEndsAsIfItWereComplete() throws IOException {
    byte[] bytes = TWO.strip().getBytes(StandardCharsets.UTF_8);
    for (int length = 1; length < bytes.length; length++) {
      InputStream cut = new ByteArrayInputStream(Arrays.copyOf(bytes, length));
      try (DicomJsonReader reader = DicomJsonReader.from(cut)) {
        assertThatThrownBy(reader::readAll)
            .as("cut after %d bytes", length)
            .isInstanceOfSatisfying(
                DicomFormatException.class, e -> assertThat(e.byteOffset()).isPresent());
        assertThatThrownBy(reader::next).isInstanceOf(DicomFormatException.class);
      }
    }
  }

  @Test
  void next_nestedTenThousandDeep_isATypedError() throws IOException {
    String open = "{\"00400275\":{\"vr\":\"SQ\",\"Value\":[";
    String json = open.repeat(10_000) + "]}}".repeat(10_000);
    for (Limits limits :
        List.of(Limits.defaults(), Limits.defaults().withDepth(Integer.MAX_VALUE / 4))) {
      try (DicomJsonReader reader = DicomJsonReader.from(new StringReader(json), limits)) {
        assertThatThrownBy(reader::next).isInstanceOf(DicomFormatException.class);
      }
    }
  }

  @Test
  void next_nestedUpToTheLimit_isRead() throws IOException {
    Limits limits = Limits.defaults().withDepth(3);
    String two = "{\"00400275\":{\"vr\":\"SQ\",\"Value\":[".repeat(2) + "{}" + "]}}".repeat(2);
    String three =
        "{\"00400275\":{\"vr\":\"SQ\",\"Value\":[".repeat(3)
            + "{\"00100020\":{\"vr\":\"LO\"}}"
            + "]}}".repeat(3);
    assertThat(DicomJsonReader.from(new StringReader(two), limits).readAll()).hasSize(1);
    try (DicomJsonReader reader = DicomJsonReader.from(new StringReader(three), limits)) {
      assertThatThrownBy(reader::next).isInstanceOf(DicomFormatException.class);
    }
  }

  @Test
  void next_moreThanALimit_isATypedError() throws IOException {
    String text = "{\"00324000\":{\"vr\":\"LT\",\"Value\":[\"" + "x".repeat(2000) + "\"]}}";
    String binary =
        "{\"00091001\":{\"vr\":\"UN\",\"InlineBinary\":\"" + "AAAA".repeat(500) + "\"}}";
    String array = "{\"00091001\":{\"vr\":\"OB\",\"Value\":[" + "0,".repeat(1200) + "0]}}";
    String parts =
        "{\"00091001\":{\"vr\":\"OB\",\"InlineBinary\":["
            + ("\"" + "AAAA".repeat(300) + "\",").repeat(3)
            + "\"AAAA\"]}}";
    Limits limits = Limits.defaults().withStringLength(1000).withInlineBytes(1000);
    for (String json : List.of(text, binary, array, parts)) {
      try (DicomJsonReader reader = DicomJsonReader.from(new StringReader(json), limits)) {
        assertThatThrownBy(reader::next).isInstanceOf(DicomFormatException.class);
      }
    }
    try (DicomJsonReader reader =
        DicomJsonReader.from(new StringReader(TWO), Limits.defaults().withElements(5))) {
      assertThatThrownBy(reader::next)
          .isInstanceOf(DicomFormatException.class)
          .hasMessageContaining("attributes");
    }
  }

  @Test
  void next_failingStream_passesTheFailureOn() throws IOException {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("reset");
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            throw new IOException("reset");
          }
        };
    try (DicomJsonReader reader = DicomJsonReader.from(failing)) {
      assertThatThrownBy(reader::next).isInstanceOf(IOException.class).hasMessage("reset");
    }
  }

  @Test
  void close_always_closesTheSource() throws IOException {
    boolean[] closed = {false};
    InputStream in =
        new ByteArrayInputStream(new byte[0]) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    DicomJsonReader reader = DicomJsonReader.from(in);
    reader.close();
    assertThat(closed[0]).isTrue();
    assertThatThrownBy(reader::next).isInstanceOf(IllegalStateException.class);
    closed[0] = false;
    try (DicomJsonReader used = DicomJsonReader.from(in)) {
      assertThat(used.next()).isNull();
    }
    assertThat(closed[0]).isTrue();
  }

  @Test
  void warnings_moreThanAHundred_areCountedAndListedInPart() throws IOException {
    try (DicomJsonReader reader =
        reader("[" + "{\"00100020\":{\"vr\":\"LO\",\"Value\":[]}},".repeat(250) + "{}]")) {
      assertThat(reader.readAll()).hasSize(251);
      assertThat(reader.warnings()).hasSize(100);
      assertThat(reader.warningCount()).isEqualTo(250);
      assertThat(reader.warnings().get(99).location()).isEqualTo("/99/00100020");
    }
  }
}
