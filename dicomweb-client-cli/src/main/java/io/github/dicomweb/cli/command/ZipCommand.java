// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.cli.output.ProgressBar;
import io.github.dicomweb.cli.output.StandardOutput;
import io.github.dicomweb.cli.output.WholeFile;
import io.github.dicomweb.cli.run.Exit;
import io.github.dicomweb.cli.server.Session;
import io.github.dicomweb.config.Progress;
import io.github.dicomweb.retrieve.ArchiveEntry;
import io.github.dicomweb.retrieve.Parts;
import io.github.dicomweb.retrieve.ZipRequest;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Retrieves an archive. It is read and written again, so that what stands in the file is proven to
 * be whole, and no name in it leads out of the directory where somebody unpacks it.
 */
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
    Parts<ArchiveEntry> entries = session.reading(request::openAsync);
    int files = 0;
    boolean partial;
    try (ProgressBar bar = session.progress();
        WholeFile whole = WholeFile.of(file);
        entries) {
      session.interrupts().atInterrupt(whole::abandon);
      files = copy(entries, whole, bar);
      partial = entries.partial();
      session.warn(entries.warnings());
      whole.done();
    }
    try (OutputStream out = StandardOutput.raw()) {
      StandardOutput.line(out, files + " files, " + Files.size(file) + " bytes");
    }
    if (partial) {
      session.say("the server says that this is not everything");
    }
    return partial ? Exit.PARTIAL : Exit.DONE;
  }

  private static int copy(Parts<ArchiveEntry> entries, OutputStream to, ProgressBar bar)
      throws IOException {
    Set<String> names = new HashSet<>();
    long bytes = 0;
    ZipOutputStream zip = new ZipOutputStream(to);
    for (Optional<ArchiveEntry> entry = entries.next(); entry.isPresent(); entry = entries.next()) {
      String name = inside(entry.get().name());
      if (!names.add(name)) {
        name = names.size() + "-" + name;
        names.add(name);
      }
      zip.putNextEntry(new ZipEntry(name));
      bytes += entry.get().transferTo(new Open(zip));
      zip.closeEntry();
      bar.onProgress(new Progress(Progress.Direction.DOWNLOAD, bytes, -1, names.size()));
    }
    zip.finish();
    return names.size();
  }

  /** The server's name without what leads elsewhere, and without characters that hurt. */
  static String inside(String name) {
    StringBuilder safe = new StringBuilder();
    for (String segment : name.replace('\\', '/').split("/", -1)) {
      String plain = segment.replaceAll("[^A-Za-z0-9._-]", "_");
      if (!plain.isEmpty() && !plain.equals(".") && !plain.equals("..")) {
        safe.append(safe.length() == 0 ? "" : "/").append(plain);
      }
    }
    return safe.length() == 0 ? "file" : safe.toString();
  }

  /** Stays open behind each entry. */
  private static final class Open extends FilterOutputStream {
    Open(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() {
      // more entries follow
    }
  }
}
