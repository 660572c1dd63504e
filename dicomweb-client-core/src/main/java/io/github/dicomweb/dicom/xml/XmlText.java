// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.xml;

import java.io.ByteArrayInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a document, in the encoding that its first bytes and its declaration tell (XML 1.0
 * appendix F). Given bytes, the parser of the JDK writes a line to the standard error output about
 * those that are not of their encoding.
 */
final class XmlText extends FilterReader {
  private static final int HEAD = 1024;
  private static final Pattern DECLARED =
      Pattern.compile("\\A<\\?xml\\s[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._\\-]+)[\"']");

  private @Nullable IOException failure;

  private XmlText(Reader in) {
    super(in);
  }

  static XmlText of(InputStream in, Deviations deviations) throws IOException {
    byte[] head = in.readNBytes(HEAD);
    int mark = startsWith(head, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    Charset charset = wide(head);
    if (charset == null) {
      charset =
          declared(
              new String(head, mark, head.length - mark, StandardCharsets.US_ASCII), deviations);
    }
    InputStream whole =
        new SequenceInputStream(new ByteArrayInputStream(head, mark, head.length - mark), in);
    return new XmlText(new InputStreamReader(whole, charset.newDecoder()));
  }

  private static boolean startsWith(byte[] head, int... bytes) {
    boolean same = head.length >= bytes.length;
    for (int i = 0; same && i < bytes.length; i++) {
      same = (head[i] & 0xFF) == bytes[i];
    }
    return same;
  }

  /** An encoding of several bytes for each character, which the zeros or the mark tell. */
  private static @Nullable Charset wide(byte[] head) {
    if (startsWith(head, 0, 0, 0, '<') || startsWith(head, 0, 0, 0xFE, 0xFF)) {
      return Charset.forName("UTF-32BE");
    }
    if (startsWith(head, '<', 0, 0, 0) || startsWith(head, 0xFF, 0xFE, 0, 0)) {
      return Charset.forName("UTF-32LE");
    }
    if (startsWith(head, 0xFE, 0xFF) || startsWith(head, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16;
    }
    if (startsWith(head, 0, '<')) {
      return StandardCharsets.UTF_16BE;
    }
    return startsWith(head, '<', 0) ? StandardCharsets.UTF_16LE : null;
  }

  private static Charset declared(String head, Deviations deviations) {
    Matcher declaration = DECLARED.matcher(head);
    if (!declaration.find()) {
      return StandardCharsets.UTF_8;
    }
    String name = declaration.group(1).toUpperCase(Locale.ROOT);
    if (name.startsWith("UTF-16") || name.startsWith("UTF-32")) {
      deviations.add("an encoding that the document is not in");
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(name);
    } catch (UnsupportedCharsetException | IllegalCharsetNameException e) {
      throw deviations.error("an encoding that is not known");
    }
  }

  /** Why reading failed, which the parser wraps. */
  @Nullable IOException failure() {
    return failure;
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public int read(char[] text, int offset, int length) throws IOException {
    try {
      return super.read(text, offset, length);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }
}
