// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.cli.output.StandardOutput;
import io.github.dicomweb.cli.output.WholeFile;
import io.github.dicomweb.cli.run.Exit;
import io.github.dicomweb.cli.server.Session;
import io.github.dicomweb.retrieve.RenderedFile;
import io.github.dicomweb.retrieve.ThumbnailRequest;
import io.github.dicomweb.retrieve.Viewport;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Retrieves a small picture. */
@Command(
    name = "thumbnail",
    description = "Retrieves a small picture of a study, a series or an instance.",
    footer = {
      "",
      "Example:",
      "  dicomweb --server pacs thumbnail 1.2.3 -o t.jpg --viewport 128,128"
    })
public final class ThumbnailCommand extends ServerCommand {
  @Mixin private PictureOf of = new PictureOf();

  @Nullable
  @Option(names = "--viewport", paramLabel = "W,H", description = "The size.")
  private String viewport;

  @Override
  void check() {
    of.check();
  }

  @Override
  int run(Session session) throws IOException {
    DicomWebClient client = session.client();
    Integer number = of.frame;
    ThumbnailRequest request =
        of.resource.request(
            client::retrieveThumbnail,
            client::retrieveThumbnail,
            (study, series, instance) ->
                number == null
                    ? client.retrieveThumbnail(study, series, instance)
                    : client.retrieveThumbnail(study, series, instance, number));
    ThumbnailRequest sized = request;
    if (viewport != null) {
      Viewport size = Picture.viewport(viewport);
      sized = request.viewport(size.width(), size.height());
    }
    ThumbnailRequest wanted = sized;
    WholeFile.directory(of.file);
    RenderedFile saved = session.reading(() -> wanted.saveToAsync(of.file));
    session.warn(saved.warnings());
    try (OutputStream out = StandardOutput.raw()) {
      StandardOutput.line(
          out, saved.file() + "  " + saved.bytes() + " bytes  " + saved.mediaType().name());
    }
    return saved.partial() ? Exit.PARTIAL : Exit.DONE;
  }
}
