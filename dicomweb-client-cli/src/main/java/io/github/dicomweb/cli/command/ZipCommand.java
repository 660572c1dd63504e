// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.cli.output.ProgressBar;
import io.github.dicomweb.cli.output.StandardOutput;
import io.github.dicomweb.cli.output.WholeFile;
import io.github.dicomweb.cli.run.Exit;
import io.github.dicomweb.cli.server.Session;
import io.github.dicomweb.retrieve.SavedArchive;
import io.github.dicomweb.retrieve.ZipRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Retrieves an archive, as the server sends it. */
@Command(
    name = "zip",
    description = "Retrieves a study, a series or an instance as one ZIP archive.",
    footer = {"", "Example:", "  dicomweb --server pacs zip 1.2.3 -o study.zip"})
public final class ZipCommand extends ServerCommand {
  @Mixin private Resource resource = new Resource();

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "The archive.")
  private Path file = Path.of("");

  @Override
  int run(Session session) throws IOException {
    DicomWebClient client = session.client();
    ZipRequest request =
        resource
            .request(client::retrieveZip, client::retrieveZip, client::retrieveZip)
            .storedTransferSyntax();
    WholeFile.directory(file);
    SavedArchive saved;
    try (ProgressBar bar = session.progress()) {
      ZipRequest shown = request.onProgress(bar);
      saved = session.reading(() -> shown.saveArchiveAsync(file));
    }
    session.warn(saved.warnings());
    try (OutputStream out = StandardOutput.raw()) {
      StandardOutput.line(out, saved.entries() + " files, " + saved.bytes() + " bytes");
    }
    if (saved.partial()) {
      session.say("the server says that this is not everything");
    }
    return saved.partial() ? Exit.PARTIAL : Exit.DONE;
  }
}
