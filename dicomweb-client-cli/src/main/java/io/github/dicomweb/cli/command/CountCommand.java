// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import io.github.dicomweb.cli.output.StandardOutput;
import io.github.dicomweb.cli.run.Exit;
import io.github.dicomweb.cli.server.Session;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.error.NotFoundException;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.search.Completeness;
import io.github.dicomweb.search.SearchRequest;
import io.github.dicomweb.search.SearchResults;
import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Counts matches. */
@Command(
    name = "count",
    description = "Counts matches: asks the server if it can count, and pages through them if not.",
    footer = {"", "Example:", "  dicomweb --server pacs count studies -m StudyDate=20260101-"})
public final class CountCommand extends ServerCommand {
  @Mixin private Query query = new Query();

  @Override
  int run(Session session) throws IOException {
    SearchRequest<?> request = query.request(session.client());
    OptionalLong told = told(session, request);
    if (told.isPresent()) {
      print(told.getAsLong());
      return Exit.DONE;
    }
    return session.repeating(() -> paged(session, request)).print();
  }

  private static OptionalLong told(Session session, SearchRequest<?> request) {
    if (!session.profile().has(Feature.COUNT)) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(session.reading(request::countAsync));
    } catch (UnsupportedOperationException | NotFoundException e) {
      // its count would not be of what matches, or it counts at other levels only
      return OptionalLong.empty();
    }
  }

  private record Counted(long count, int code) {
    int print() throws IOException {
      CountCommand.print(count);
      return code;
    }
  }

  private static Counted paged(Session session, SearchRequest<?> request) {
    try (SearchResults results = request.results()) {
      for (Dataset ignored : results) {
        // received() counts
      }
      session.warn(results.warnings());
      boolean cut = results.completeness() == Completeness.TRUNCATED;
      if (cut) {
        session.say("the server truncated the results: there are more");
      }
      return new Counted(results.received(), cut ? Exit.PARTIAL : Exit.DONE);
    }
  }

  private static void print(long count) throws IOException {
    try (OutputStream out = StandardOutput.raw()) {
      StandardOutput.line(out, Long.toString(count));
    }
  }
}
