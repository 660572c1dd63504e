// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.output;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The forms of output. */
public enum Format {
  /** For people. */
  TABLE("\\u%04x"),
  /** One JSON array. */
  JSON("\\u%04x"),
  /** A JSON object a line. */
  NDJSON("\\u%04x"),
  /** Columns, separated by commas. */
  CSV("\\u%04x"),
  /** The Native DICOM Model. */
  XML("&#x%X;");

  private final String escape;

  Format(String escape) {
    this.escape = escape;
  }

  /**
   * Standard output for this form.
   *
   * @return the stream
   */
  public OutputStream standardOutput() {
    return StandardOutput.text(escape);
  }

  /**
   * Writes datasets in this form.
   *
   * @param out where to; not closed
   * @param columns what is shown of each, where there are columns
   * @return a writer
   * @throws IOException if writing fails
   */
  public DatasetOutput to(OutputStream out, List<String> columns) throws IOException {
    return switch (this) {
      case JSON -> new JsonOutput(out);
      case NDJSON -> new LinesOutput(out);
      case XML -> new XmlOutput(out);
      case CSV -> new CsvOutput(out, columns);
      case TABLE -> new TableOutput(out, columns);
    };
  }
}
