// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.cli.output.DatasetOutput;
import io.github.dicomweb.cli.output.Format;
import io.github.dicomweb.cli.output.WholeFile;
import io.github.dicomweb.cli.run.Exit;
import io.github.dicomweb.cli.run.UsageException;
import io.github.dicomweb.cli.server.Session;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.retrieve.MetadataRequest;
import io.github.dicomweb.retrieve.Parts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Retrieves metadata, dataset by dataset. */
@Command(
    name = "metadata",
    description = "Retrieves metadata: all attributes but bulk data.",
    footer = {"", "Example:", "  dicomweb --server pacs metadata 1.2.3 --format ndjson"})
public final class MetadataCommand extends ServerCommand {
  @Mixin private Resource resource = new Resource();

  @Option(
      names = "--format",
      paramLabel = "json|ndjson|xml",
      description = "The form of the metadata.")
  private Format format = Format.JSON;

  @Nullable
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "A file instead of standard output.")
  private Path file;

  @Override
  void check() {
    if (format == Format.TABLE || format == Format.CSV) {
      throw new UsageException("--format of metadata is json, ndjson or xml");
    }
  }

  @Override
  int run(Session session) throws IOException {
    DicomWebClient client = session.client();
    MetadataRequest plain =
        resource.request(
            client::retrieveMetadata, client::retrieveMetadata, client::retrieveMetadata);
    MetadataRequest request = format == Format.XML ? plain.asXml() : plain;
    Parts<Dataset> parts = session.repeating(request::open);
    try (parts) {
      Path target = file;
      if (target == null) {
        return write(session, parts, format.standardOutput());
      }
      try (WholeFile out = WholeFile.of(target)) {
        session.interrupts().atInterrupt(out::abandon);
        int code = write(session, parts, out);
        out.done();
        return code;
      }
    }
  }

  private int write(Session session, Parts<Dataset> parts, OutputStream out) throws IOException {
    DatasetOutput output = format.to(out, List.of());
    try {
      for (Optional<Dataset> dataset = parts.next(); dataset.isPresent(); dataset = parts.next()) {
        output.write(dataset.get());
      }
    } finally {
      out.flush();
    }
    session.warn(parts.warnings());
    output.end();
    if (parts.partial()) {
      session.say("the server says that this is not everything");
      return Exit.PARTIAL;
    }
    return Exit.DONE;
  }
}
