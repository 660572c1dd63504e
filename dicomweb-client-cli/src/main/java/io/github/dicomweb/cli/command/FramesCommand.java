// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import io.github.dicomweb.cli.output.StandardOutput;
import io.github.dicomweb.cli.run.Exit;
import io.github.dicomweb.cli.run.UsageException;
import io.github.dicomweb.cli.server.Session;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.media.MediaRange;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.retrieve.FramePart;
import io.github.dicomweb.retrieve.FrameParts;
import io.github.dicomweb.retrieve.FramesRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Retrieves frames. */
@Command(
    name = "frames",
    description = "Retrieves frames of an instance, a file each.",
    footer = {
      "",
      "Example:",
      "  dicomweb --server pacs frames 1.2.3 1.2.3.4 1.2.3.4.5 1,3,5-9 -o f"
    })
public final class FramesCommand extends ServerCommand {
  private static final int MOST = 1_000_000;

  @Mixin private OneInstance of = new OneInstance();

  @Parameters(index = "3", paramLabel = "LIST", description = "Such as 1,3,5-9; all for all.")
  private String list = "";

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "DIR",
      description = "The directory; made if need be.")
  private Path directory = Path.of("");

  @Option(
      names = "--accept",
      paramLabel = "TYPE[;transfer-syntax=UID]",
      description = "What is accepted, the best first; as they are stored otherwise.")
  private List<String> accepted = new ArrayList<>();

  @Override
  int run(Session session) throws IOException {
    int[] numbers = list.equals("all") ? all(session) : numbers(list);
    FramesRequest plain =
        session.client().retrieveFrames(of.study, of.series, of.instance, numbers);
    FramesRequest request =
        accepted.isEmpty()
            ? plain.storedTransferSyntax()
            : plain.accept(accepted.stream().map(FramesCommand::range).toArray(MediaRange[]::new));
    FrameParts frames = session.reading(request::openAsync);
    Files.createDirectories(directory);
    try (frames) {
      int count = save(frames);
      session.warn(frames.warnings());
      if (!frames.missing().isEmpty()) {
        session.say("frames did not come: " + frames.missing());
        return count == 0 ? Exit.FAILED : Exit.PARTIAL;
      }
      return Exit.DONE;
    }
  }

  private int save(FrameParts frames) throws IOException {
    int count = 0;
    try (OutputStream out = StandardOutput.raw()) {
      for (Optional<FramePart> frame = frames.next(); frame.isPresent(); frame = frames.next()) {
        FramePart part = frame.get();
        String name =
            String.format(
                Locale.ROOT, "frame-%06d.%s", part.number(), Extensions.of(part.mediaType()));
        Path file = directory.resolve(name);
        long bytes = part.saveTo(file);
        count++;
        StandardOutput.line(
            out,
            file
                + "  "
                + bytes
                + " bytes  "
                + part.mediaType().map(MediaType::name).orElse("unknown")
                + part.transferSyntax().map(syntax -> "  " + syntax.uid()).orElse(""));
      }
    }
    return count;
  }

  private int[] all(Session session) {
    int count =
        session
            .reading(
                () ->
                    session
                        .client()
                        .retrieveMetadata(of.study, of.series, of.instance)
                        .executeAsync())
            .stream()
            .findFirst()
            .flatMap(dataset -> dataset.string(Tag.NumberOfFrames))
            .map(text -> numbers(text.strip())[0])
            .orElse(1);
    return IntStream.rangeClosed(1, count).toArray();
  }

  static int[] numbers(String list) {
    List<Integer> numbers = new ArrayList<>();
    for (String part : list.split(",", -1)) {
      int hyphen = part.indexOf('-');
      int first = number(hyphen < 0 ? part : part.substring(0, hyphen));
      int last = hyphen < 0 ? first : number(part.substring(hyphen + 1));
      if (last < first || last - first >= MOST) {
        throw new UsageException("a list of frames is written such as 1,3,5-9");
      }
      IntStream.rangeClosed(first, last).forEach(numbers::add);
    }
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int number(String text) {
    boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits || text.length() > 9 || Integer.parseInt(text) < 1) {
      throw new UsageException("a list of frames is written such as 1,3,5-9; frames begin at 1");
    }
    return Integer.parseInt(text);
  }

  static MediaRange range(String text) {
    String[] parts = text.split(";", -1);
    String type = parts[0].strip();
    MediaRange range =
        type.equals("*/*")
            ? MediaRange.ANY
            : type.endsWith("/*")
                ? MediaRange.allOf(type.substring(0, type.length() - 2))
                : MediaRange.of(MediaType.of(type));
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip();
      if (!parameter.startsWith("transfer-syntax=")) {
        throw new UsageException("--accept takes TYPE or TYPE;transfer-syntax=UID");
      }
      String uid = parameter.substring("transfer-syntax=".length());
      range =
          uid.equals("*")
              ? range.anyTransferSyntax()
              : range.transferSyntax(TransferSyntax.of(uid));
    }
    return range;
  }
}
