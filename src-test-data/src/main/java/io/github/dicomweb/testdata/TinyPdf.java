// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testdata;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A PDF of one page: a few lines of text and one grey picture. */
final class TinyPdf {
  private static final Charset WIN_ANSI = Charset.forName("windows-1252");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Integer> offsets = new ArrayList<>();

  private TinyPdf() {}

  /**
   * Writes the file.
   *
   * @param title the first line, in the characters of windows-1252
   * @param lines further lines
   * @param grey rows of a square picture, one octet a pixel
   * @param size rows and columns of the picture
   */
  static byte[] page(String title, List<String> lines, byte[] grey, int size) {
    TinyPdf pdf = new TinyPdf();
    pdf.ascii("%PDF-1.4\n");
    // PDF 1.4 §3.4.1: octets above 127 near the start tell transfer programs that this is binary
    pdf.out.writeBytes(new byte[] {'%', (byte) 0xE2, (byte) 0xE3, (byte) 0xCF, (byte) 0xD3, '\n'});
    pdf.object("<< /Type /Catalog /Pages 2 0 R >>");
    pdf.object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    pdf.object(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 298 420] /Contents 5 0 R"
            + " /Resources << /Font << /F1 4 0 R >> /XObject << /Im1 6 0 R >> >> >>");
    pdf.object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    pdf.stream("", content(title, lines).getBytes(WIN_ANSI));
    pdf.stream(
        String.format(
                Locale.ROOT,
                "/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray",
                size,
                size)
            + " /BitsPerComponent 8 ",
        grey);
    return pdf.end();
  }

  private static String content(String title, List<String> lines) {
    StringBuilder text = new StringBuilder("BT /F1 18 Tf 30 380 Td (");
    text.append(escaped(title)).append(") Tj /F1 10 Tf 14 TL 0 -12 Td\n");
    for (String line : lines) {
      text.append("T* (").append(escaped(line)).append(") Tj\n");
    }
    return text.append("ET\nq 238 0 0 238 30 30 cm /Im1 Do Q\n").toString();
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
  }

  private void object(String body) {
    ascii(begin() + body + "\nendobj\n");
  }

  private void stream(String entries, byte[] body) {
    ascii(begin() + "<< " + entries + "/Length " + body.length + " >>\nstream\n");
    out.writeBytes(body);
    ascii("\nendstream\nendobj\n");
  }

  private String begin() {
    offsets.add(out.size());
    return offsets.size() + " 0 obj\n";
  }

  private byte[] end() {
    int table = out.size();
    ascii("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
    for (int offset : offsets) {
      ascii(String.format(Locale.ROOT, "%010d 00000 n \n", offset));
    }
    ascii(
        String.format(
            Locale.ROOT,
            "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n",
            offsets.size() + 1,
            table));
    return out.toByteArray();
  }

  private void ascii(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }
}
