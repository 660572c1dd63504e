// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.render;

import io.github.dicomweb.dicom.DatasetDump;
import io.github.dicomweb.testkit.internal.archive.StoredInstance;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is no image as text: its attributes line by line. */
public final class RenderedText {
  public static final String HTML = "text/html";
  public static final String PLAIN = "text/plain";

  /** The types, the default first. */
  public static final List<String> TYPES = List.of(HTML, PLAIN);

  private RenderedText() {}

  /** The text in UTF-8. */
  public static byte[] of(StoredInstance instance, String type) {
    String text = DatasetDump.toText(instance.attributes());
    if (type.equals(HTML)) {
      text =
          "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>DICOM</title></head>"
              + "<body><pre>"
              + text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
              + "</pre></body></html>\n";
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The type with the character set. */
  public static String contentType(String type) {
    return type + "; charset=utf-8";
  }
}
