// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.cli.output.StandardOutput;
import io.github.dicomweb.cli.output.WholeFile;
import io.github.dicomweb.cli.run.Exit;
import io.github.dicomweb.cli.run.UsageException;
import io.github.dicomweb.cli.server.Session;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.retrieve.Annotation;
import io.github.dicomweb.retrieve.IccProfile;
import io.github.dicomweb.retrieve.Part;
import io.github.dicomweb.retrieve.Parts;
import io.github.dicomweb.retrieve.RenderedRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Retrieves something rendered. */
@Command(
    name = "rendered",
    description =
        "Retrieves a picture, a video or a document made for people. Where several come, those"
            + " behind the first get numbers in their names.",
    footer = {
      "",
      "Example:",
      "  dicomweb --server pacs rendered 1.2.3 1.2.3.4 1.2.3.4.5 -o slice.png --type image/png \\",
      "      --window 40,400,linear --viewport 512,512"
    })
public final class RenderedCommand extends ServerCommand {
  @Mixin private PictureOf of = new PictureOf();

  @Option(names = "--type", paramLabel = "TYPE", description = "The media type, the best first.")
  private List<String> types = new ArrayList<>();

  @Nullable
  @Option(
      names = "--viewport",
      paramLabel = "W,H[,SX,SY,SW,SH]",
      description = "The size, and the region of the original.")
  private String viewport;

  @Nullable
  @Option(
      names = "--window",
      paramLabel = "C,W[,FUNCTION]",
      description = "The window: linear, linear-exact or sigmoid.")
  private String window;

  @Nullable
  @Option(names = "--quality", paramLabel = "N", description = "The quality, 1 to 100.")
  private Integer quality;

  @Option(
      names = "--annotation",
      split = ",",
      paramLabel = "NAME",
      description = "What is burnt in: patient, technique.")
  private List<String> annotations = new ArrayList<>();

  @Nullable
  @Option(
      names = "--icc",
      paramLabel = "PROFILE",
      description = "no, yes, srgb, adobergb, rommrgb or displayp3.")
  private String icc;

  @Override
  void check() {
    of.check();
  }

  private RenderedRequest request(DicomWebClient client) {
    Integer number = of.frame;
    RenderedRequest request =
        of.resource.request(
            client::retrieveRendered,
            client::retrieveRendered,
            (study, series, instance) ->
                number == null
                    ? client.retrieveRendered(study, series, instance)
                    : client.retrieveRendered(study, series, instance, number));
    if (!types.isEmpty()) {
      request = request.as(types.stream().map(MediaType::of).toArray(MediaType[]::new));
    }
    if (viewport != null) {
      request = request.viewport(Picture.viewport(viewport));
    }
    if (window != null) {
      Picture.Window chosen = Picture.window(window);
      request = request.window(chosen.center(), chosen.width(), chosen.function());
    }
    if (quality != null) {
      request = request.quality(quality);
    }
    if (!annotations.isEmpty()) {
      request =
          request.annotation(annotations.stream().map(Annotation::of).toArray(Annotation[]::new));
    }
    return icc == null ? request : request.iccProfile(profile(icc));
  }

  private static IccProfile profile(String name) {
    try {
      return IccProfile.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--icc is no, yes, srgb, adobergb, rommrgb or displayp3");
    }
  }

  @Override
  int run(Session session) throws IOException {
    RenderedRequest request = request(session.client());
    WholeFile.directory(of.file);
    Parts<Part> parts = session.reading(request::openAsync);
    try (parts;
        OutputStream out = StandardOutput.raw()) {
      int count = 0;
      for (Optional<Part> part = parts.next(); part.isPresent(); part = parts.next()) {
        Path target = numbered(++count);
        long bytes = part.get().saveTo(target);
        StandardOutput.line(
            out,
            target
                + "  "
                + bytes
                + " bytes  "
                + part.get().mediaType().map(MediaType::name).orElse("unknown"));
      }
      session.warn(parts.warnings());
      if (count == 0) {
        session.say("the server sent nothing");
        return Exit.FAILED;
      }
      if (parts.partial()) {
        session.say("the server says that this is not everything");
        return Exit.PARTIAL;
      }
      return Exit.DONE;
    }
  }

  private Path numbered(int count) {
    if (count == 1) {
      return of.file;
    }
    String name = String.valueOf(of.file.getFileName());
    int dot = name.lastIndexOf('.');
    String number = String.format(Locale.ROOT, "-%06d", count);
    return of.file.resolveSibling(
        dot < 1 ? name + number : name.substring(0, dot) + number + name.substring(dot));
  }
}
