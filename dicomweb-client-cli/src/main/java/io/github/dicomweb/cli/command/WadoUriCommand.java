// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import io.github.dicomweb.cli.output.StandardOutput;
import io.github.dicomweb.cli.output.WholeFile;
import io.github.dicomweb.cli.run.Exit;
import io.github.dicomweb.cli.run.UsageException;
import io.github.dicomweb.cli.server.Session;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.retrieve.Verdict;
import io.github.dicomweb.uri.DicomUriRequest;
import io.github.dicomweb.uri.RenderedUriRequest;
import io.github.dicomweb.uri.UriFile;
import io.github.dicomweb.uri.UriRequest;
import io.github.dicomweb.uri.UriRetrieval;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Retrieves one object by WADO-URI. */
@Command(
    name = "wado-uri",
    description = "Retrieves an object by WADO-URI: the DICOM file, or something rendered.",
    footer = {
      "",
      "Example:",
      "  dicomweb --wado-uri-url http://pacs/wado wado-uri 1.2 1.2.3 1.2.3.4 -o a.dcm"
    })
public final class WadoUriCommand extends ServerCommand {
  @Mixin private OneInstance of = new OneInstance();

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "The file.")
  private Path file = Path.of("");

  @Nullable
  @Option(
      names = "--content-type",
      paramLabel = "T",
      description = "application/dicom, or the media type of something rendered.")
  private String contentType;

  @Nullable
  @Option(
      names = "--transfer-syntax",
      paramLabel = "UID|*",
      description = "The transfer syntax of the DICOM file.")
  private String transferSyntax;

  @Option(names = "--anonymize", description = "Without what identifies the patient.")
  private boolean anonymize;

  @Nullable
  @Option(names = "--frame", paramLabel = "N", description = "A frame.")
  private Integer frame;

  @Nullable
  @Option(names = "--rows", paramLabel = "N", description = "The most rows.")
  private Integer rows;

  @Nullable
  @Option(names = "--columns", paramLabel = "N", description = "The most columns.")
  private Integer columns;

  @Nullable
  @Option(names = "--window", paramLabel = "C,W", description = "The window.")
  private String window;

  @Nullable
  @Option(
      names = "--region",
      paramLabel = "X1,Y1,X2,Y2",
      description = "A part of the picture, in fractions.")
  private String region;

  @Nullable
  @Option(names = "--quality", paramLabel = "N", description = "The quality, 1 to 100.")
  private Integer quality;

  @Override
  int run(Session session) throws IOException {
    UriRequest request = session.client().retrieveByUri(of.study, of.series, of.instance);
    UriRetrieval<?> wanted = isDicom() ? dicom(request.dicom()) : rendered(request.rendered());
    WholeFile.directory(file);
    UriFile saved = session.reading(() -> wanted.saveToAsync(file));
    session.warn(saved.warnings());
    try (OutputStream out = StandardOutput.raw()) {
      StandardOutput.line(
          out, saved.file() + "  " + saved.length() + " bytes  " + saved.mediaType().name());
    }
    if (saved.verdict() == Verdict.COMPLETE) {
      return Exit.DONE;
    }
    session.say("nothing proves that the object is whole");
    return Exit.PARTIAL;
  }

  private boolean isDicom() {
    boolean picture =
        frame != null
            || rows != null
            || columns != null
            || window != null
            || region != null
            || quality != null;
    return contentType == null
        ? !picture
        : contentType.strip().toLowerCase(Locale.ROOT).equals("application/dicom");
  }

  private UriRetrieval<?> dicom(DicomUriRequest plain) {
    DicomUriRequest request = plain;
    if (transferSyntax != null) {
      request =
          transferSyntax.equals("*")
              ? request.storedTransferSyntax()
              : request.transferSyntax(TransferSyntax.of(transferSyntax));
    }
    return anonymize ? request.anonymize() : request;
  }

  private UriRetrieval<?> rendered(RenderedUriRequest plain) {
    if (transferSyntax != null || anonymize) {
      throw new UsageException("--transfer-syntax and --anonymize are for DICOM files");
    }
    RenderedUriRequest request = plain;
    if (contentType != null) {
      request = request.contentType(MediaType.of(contentType.strip()));
    }
    if (frame != null) {
      request = request.frameNumber(frame);
    }
    if (rows != null) {
      request = request.rows(rows);
    }
    if (columns != null) {
      request = request.columns(columns);
    }
    if (window != null) {
      Picture.Window chosen = Picture.window(window);
      request = request.window(chosen.center(), chosen.width());
    }
    if (region != null) {
      String[] edges = region.split(",", -1);
      if (edges.length != 4) {
        throw new UsageException("--region takes X1,Y1,X2,Y2");
      }
      request =
          request.region(
              Picture.number(edges[0], "--region"),
              Picture.number(edges[1], "--region"),
              Picture.number(edges[2], "--region"),
              Picture.number(edges[3], "--region"));
    }
    return quality == null ? request : request.imageQuality(quality);
  }
}
