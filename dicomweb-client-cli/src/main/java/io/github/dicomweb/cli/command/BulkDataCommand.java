// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import io.github.dicomweb.cli.output.StandardOutput;
import io.github.dicomweb.cli.output.WholeFile;
import io.github.dicomweb.cli.run.Exit;
import io.github.dicomweb.cli.run.UsageException;
import io.github.dicomweb.cli.server.Session;
import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.retrieve.BulkDataRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Retrieves one value. */
@Command(
    name = "bulkdata",
    description = "Retrieves a value that metadata refers to.",
    footer = {
      "",
      "Example:",
      "  dicomweb --server pacs bulkdata http://... -o pixels.raw --range 0-1023"
    })
public final class BulkDataCommand extends ServerCommand {
  @Parameters(index = "0", paramLabel = "URI", description = "The BulkDataURI.")
  private String uri = "";

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "The file.")
  private Path file = Path.of("");

  @Nullable
  @Option(
      names = "--range",
      paramLabel = "A-B",
      description = "Bytes from 0, the last included; A- from there on, -N the last ones.")
  private String range;

  @Nullable
  @Option(
      names = "--base",
      paramLabel = "METADATA-URL",
      description = "Where the metadata came from, which a relative URI refers to.")
  private String base;

  @Override
  int run(Session session) throws IOException {
    BulkDataRequest plain = session.client().retrieveBulkData(BulkDataReference.of(uri));
    BulkDataRequest based = base == null ? plain : plain.relativeTo(base);
    BulkDataRequest request = range == null ? based : ranged(based, range);
    WholeFile.directory(file);
    long bytes = session.reading(() -> request.saveToAsync(file));
    try (OutputStream out = StandardOutput.raw()) {
      StandardOutput.line(out, file + "  " + bytes + " bytes");
    }
    return Exit.DONE;
  }

  private static BulkDataRequest ranged(BulkDataRequest request, String range) {
    int hyphen = range.indexOf('-');
    if (hyphen < 0 || range.length() < 2) {
      throw new UsageException("--range takes A-B, A- or -N");
    }
    if (hyphen == 0) {
      return request.lastBytes(number(range.substring(1)));
    }
    long first = number(range.substring(0, hyphen));
    return hyphen == range.length() - 1
        ? request.rangeFrom(first)
        : request.range(first, number(range.substring(hyphen + 1)));
  }

  private static long number(String text) {
    if (text.isEmpty() || text.length() > 18 || !text.chars().allMatch(Character::isDigit)) {
      throw new UsageException("--range takes numbers");
    }
    return Long.parseLong(text);
  }
}
