// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import io.github.dicomweb.cli.output.DatasetOutput;
import io.github.dicomweb.cli.output.Format;
import io.github.dicomweb.cli.output.StandardOutput;
import io.github.dicomweb.cli.output.Text;
import io.github.dicomweb.cli.run.Exit;
import io.github.dicomweb.cli.run.LocalFormatException;
import io.github.dicomweb.dicom.BulkDataHandler;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.DatasetDump;
import io.github.dicomweb.error.DicomFormatException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows local files. */
@Command(
    name = "dump",
    description = "Shows what is in local files: DICOM files, DICOM JSON, Native DICOM Models.",
    footer = {"", "Example:", "  dicomweb dump slice.dcm --format json --bulk omit"})
public final class DumpCommand implements Callable<Integer> {
  /** The forms. */
  enum Form {
    TEXT,
    JSON,
    XML
  }

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files.")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--format", paramLabel = "text|json|xml", description = "The form.")
  private Form format = Form.TEXT;

  @Option(
      names = "--bulk",
      paramLabel = "inline|uri|omit",
      description = "What becomes of binary values in JSON and XML.")
  private Bulk bulk = Bulk.URI;

  @Override
  public Integer call() throws IOException {
    if (format == Form.TEXT) {
      try (OutputStream out = StandardOutput.text("\\u%04x")) {
        for (Path file : files) {
          text(file, out);
        }
      }
      return Exit.DONE;
    }
    Format form = format == Form.JSON ? Format.JSON : Format.XML;
    OutputStream out = form.standardOutput();
    DatasetOutput output = form.to(out, List.of());
    BulkDataHandler handler = bulk.handler();
    try {
      for (Path file : files) {
        for (Dataset dataset : read(file, bulk.large()).datasets()) {
          output.write(handler.applyTo(dataset));
        }
      }
    } catch (DicomFormatException e) {
      throw new LocalFormatException(e);
    } finally {
      out.flush();
    }
    output.end();
    return Exit.DONE;
  }

  private void text(Path file, OutputStream out) throws IOException {
    LocalFile read = read(file, LocalFile.Large.READ);
    if (files.size() > 1) {
      StandardOutput.line(out, "# " + Text.visible(file.toString()));
    }
    if (read.fileMeta() != null) {
      write(read.fileMeta(), out);
    }
    for (Dataset dataset : read.datasets()) {
      write(dataset, out);
    }
  }

  private static void write(Dataset dataset, OutputStream out) throws IOException {
    out.write(DatasetDump.toText(dataset).getBytes(StandardCharsets.UTF_8));
  }

  private static LocalFile read(Path file, LocalFile.Large large) throws IOException {
    try {
      return LocalFile.read(file, large);
    } catch (DicomFormatException e) {
      throw new LocalFormatException(e);
    }
  }
}
