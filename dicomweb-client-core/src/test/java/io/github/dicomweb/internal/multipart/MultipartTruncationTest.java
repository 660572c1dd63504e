// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.multipart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A body cut anywhere is noticed, and none of its parts is called whole that is not. */
class MultipartTruncationTest {
  private static final List<String> PARTS =
      List.of(
          "\0\1\2\r\n--simple-boundar\r\n-\n--simple-boundary2\r\n\r",
          "\r\n--simple-boundary-x--\r\n--\0\r\r\n\n--simple\377\376-",
          "--simple-boundary-x\r\n\r\n\r\n--simple-boundary \tz\0");

  @ParameterizedTest
  @CsvSource({"crlf,1", "crlf,7", "crlf,100000", "lf,1", "lf,7", "lf,100000"})
  void read_cutAtEveryOffset_alwaysFailsAndNeverCallsAPartWhole(String style, int chunk)
      throws IOException {
    String end = style.equals("lf") ? "\n" : "\r\n";
    List<Integer> delimiterEnds = new ArrayList<>();
    byte[] body = body(end, delimiterEnds);
    int lastNeeded = body.length - end.length();
    assertThat(read(body, chunk)).isEqualTo(PARTS);

    for (int cut = 0; cut < lastNeeded; cut++) {
      int whole = 0;
      while (whole < 3 && delimiterEnds.get(whole + 1) <= cut) {
        whole++;
      }
      checkCut(Arrays.copyOf(body, cut), chunk, whole);
    }
    for (int cut = lastNeeded; cut < body.length; cut++) {
      assertThat(read(Arrays.copyOf(body, cut), chunk)).isEqualTo(PARTS);
    }
  }

  private static void checkCut(byte[] cutBody, int chunk, int whole) throws IOException {
    for (Way way : Way.values()) {
      List<MultipartPart> seen = new ArrayList<>();
      List<String> got = new ArrayList<>();
      MultipartReader reader = Bodies.reader(cutBody, chunk);
      try {
        for (MultipartPart p = reader.nextPart(); p != null; p = reader.nextPart()) {
          seen.add(p);
          got.add(way.take(p));
        }
        fail("cut at " + cutBody.length + " was not noticed");
      } catch (MultipartException e) {
        assertThat(e.kind()).isEqualTo(MultipartException.Kind.TRUNCATED);
        assertThat(e.offset()).isEqualTo(cutBody.length);
      }
      assertThat(reader.complete()).isFalse();
      assertThat(seen.stream().filter(MultipartPart::complete).count()).isEqualTo(whole);
      if (way != Way.SKIP) {
        assertThat(got).isEqualTo(PARTS.subList(0, whole));
      }
    }
  }

  private static List<String> read(byte[] body, int chunk) throws IOException {
    return Bodies.texts(Bodies.reader(body, chunk));
  }

  private static byte[] body(String end, List<Integer> delimiterEnds) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String part : PARTS) {
      out.writeBytes(Bodies.bytes("--simple-boundary" + end));
      delimiterEnds.add(out.size());
      out.writeBytes(Bodies.bytes("Content-Type: application/dicom" + end + end + part + end));
    }
    out.writeBytes(Bodies.bytes("--simple-boundary--"));
    delimiterEnds.add(out.size());
    out.writeBytes(Bodies.bytes(end));
    return out.toByteArray();
  }

  private enum Way {
    STREAM {
      @Override
      String take(MultipartPart part) throws IOException {
        return Bodies.text(part);
      }
    },
    SINGLE_BYTES {
      @Override
      String take(MultipartPart part) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int b = part.inputStream().read(); b >= 0; b = part.inputStream().read()) {
          text.append((char) b);
        }
        return text.toString();
      }
    },
    TRANSFER {
      @Override
      String take(MultipartPart part) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        part.transferTo(out);
        return out.toString(StandardCharsets.ISO_8859_1);
      }
    },
    SKIP {
      @Override
      String take(MultipartPart part) throws IOException {
        part.skip();
        return "";
      }
    };

    abstract String take(MultipartPart part) throws IOException;
  }
}
