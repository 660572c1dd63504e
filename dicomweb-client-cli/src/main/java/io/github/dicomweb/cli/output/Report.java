// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** JSON that is not DICOM: reports and profiles. */
public final class Report {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Report() {}

  /** Writes the content. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes one object or array.
     *
     * @param json where to
     * @throws IOException if writing fails
     */
    void write(JsonGenerator json) throws IOException;
  }

  /**
   * Writes a report to a file, which is there only when it is whole.
   *
   * @param file the file, or null for none
   * @param content the content
   * @throws IOException if writing fails
   */
  public static void save(@Nullable Path file, Content content) throws IOException {
    if (file != null) {
      try (WholeFile out = WholeFile.of(file)) {
        write(out, content);
        out.done();
      }
    }
  }

  /**
   * Prints a report.
   *
   * @param content the content
   * @throws IOException if writing fails
   */
  public static void print(Content content) throws IOException {
    try (OutputStream out = Format.JSON.standardOutput()) {
      write(out, content);
    }
  }

  private static void write(OutputStream out, Content content) throws IOException {
    JsonGenerator json = FACTORY.createGenerator(out);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.setPrettyPrinter(new DefaultPrettyPrinter());
    content.write(json);
    json.writeRaw('\n');
    json.close();
  }

  /**
   * A text, or null.
   *
   * @param json where to
   * @param name the name of the field
   * @param value the text, or null
   * @throws IOException if writing fails
   */
  public static void text(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    if (value == null) {
      json.writeNullField(name);
    } else {
      json.writeStringField(name, value);
    }
  }
}
