// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.cli.output.StandardOutput;
import io.github.dicomweb.cli.output.WholeFile;
import io.github.dicomweb.cli.run.Exit;
import io.github.dicomweb.cli.run.Failures;
import io.github.dicomweb.cli.server.Session;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.retrieve.Rendered;
import io.github.dicomweb.search.Completeness;
import io.github.dicomweb.search.SearchResults;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a page about a study. */
@Command(
    name = "preview",
    description =
        "Writes one page about a study: key attributes and a picture of each series. It opens in"
            + " any browser and fetches nothing.",
    footer = {"", "Example:", "  dicomweb --server pacs preview 1.2.3 -o study.html"})
public final class PreviewCommand extends ServerCommand {
  private static final int SIZE = 256;
  private static final int LARGEST = 4 << 20;

  @Parameters(index = "0", paramLabel = "STUDY", description = "Study Instance UID.")
  private String study = "";

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "The page.")
  private Path file = Path.of("");

  @Override
  int run(Session session) throws IOException {
    DicomWebClient client = session.client();
    List<Dataset> studies =
        session
            .reading(
                () ->
                    client
                        .searchForStudies()
                        .studyInstanceUid(study)
                        .includeField(Tag.StudyDescription)
                        .executeAsync())
            .results();
    if (studies.isEmpty()) {
      session.say("not found: the server has no such study");
      return Exit.NOT_FOUND;
    }
    int count = 0;
    boolean truncated;
    try (WholeFile whole = WholeFile.of(file);
        SearchResults all =
            client
                .searchForSeries(study)
                .includeField(Tag.SeriesDescription, Tag.BodyPartExamined)
                .results()) {
      session.interrupts().atInterrupt(whole::abandon);
      Writer writer = new OutputStreamWriter(whole, StandardCharsets.UTF_8);
      PreviewPage page = new PreviewPage(writer);
      page.begin(studies.get(0));
      for (Dataset series : all) {
        picture(session, page, series);
        count++;
      }
      page.end();
      writer.flush();
      session.warn(all.warnings());
      truncated = all.completeness() == Completeness.TRUNCATED;
      whole.done();
    }
    try (OutputStream out = StandardOutput.raw()) {
      StandardOutput.line(out, file + "  " + count + " series");
    }
    if (truncated) {
      session.say("the server truncated the list of series");
    }
    return truncated ? Exit.PARTIAL : Exit.DONE;
  }

  private void picture(Session session, PreviewPage page, Dataset series) throws IOException {
    Optional<String> uid = series.string(Tag.SeriesInstanceUID);
    String instead = "no picture";
    if (uid.isPresent()) {
      try {
        Rendered rendered = rendered(session, uid.get());
        session.warn(rendered.warnings());
        byte[] bytes = rendered.bytes();
        String type = rendered.mediaType().name();
        if (bytes.length <= LARGEST && PreviewPage.shows(type)) {
          page.series(series, type, bytes, instead);
          return;
        }
      } catch (DicomWebException | UnsupportedOperationException e) {
        int code = Failures.code(e);
        if (code == Exit.NOT_ALLOWED || code == Exit.UNREACHABLE || code == Exit.INTERRUPTED) {
          throw e;
        }
        session.say("a series without a picture: " + Failures.line(e));
      }
    }
    page.series(series, null, new byte[0], instead);
  }

  private Rendered rendered(Session session, String series) {
    DicomWebClient client = session.client();
    if (session.profile().has(Feature.THUMBNAIL)) {
      try {
        return session.reading(
            () ->
                client
                    .retrieveThumbnail(study, series)
                    .as(MediaType.JPEG, MediaType.PNG)
                    .viewport(SIZE, SIZE)
                    .executeAsync());
      } catch (DicomWebException e) {
        if (Failures.code(e) != Exit.NOT_FOUND && Failures.code(e) != Exit.FAILED) {
          throw e;
        }
        // not every server that has thumbnails has them of series
      }
    }
    String instance =
        client.searchForInstances(study, series).limit(1).execute().results().stream()
            .findFirst()
            .flatMap(dataset -> dataset.string(Tag.SOPInstanceUID))
            .orElseThrow(() -> new UnsupportedOperationException("the series is empty"));
    return session.reading(
        () ->
            client
                .retrieveRendered(study, series, instance)
                .as(MediaType.JPEG, MediaType.PNG)
                .viewport(SIZE, SIZE)
                .executeAsync());
  }
}
