// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import io.github.dicomweb.cli.output.DatasetOutput;
import io.github.dicomweb.cli.output.Format;
import io.github.dicomweb.cli.run.Exit;
import io.github.dicomweb.cli.run.UsageException;
import io.github.dicomweb.cli.server.Session;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.search.Completeness;
import io.github.dicomweb.search.SearchRequest;
import io.github.dicomweb.search.SearchResults;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Searches, page after page, and prints results as they come. */
@Command(
    name = "search",
    description = "Searches for studies, series, instances or patients (QIDO-RS).",
    footer = {
      "",
      "Examples:",
      "  dicomweb --url http://localhost:8042/dicom-web search studies -m PatientName='Yam*'",
      "  dicomweb --server pacs search studies -m StudyDate=20260101- --format csv \\",
      "      --columns PatientID,StudyDate,StudyInstanceUID",
      "  dicomweb --server pacs search series --study 1.2.3 --format ndjson | jq ..."
    })
public final class SearchCommand extends ServerCommand {
  @Mixin private Query query = new Query();

  @Option(
      names = {"-i", "--include"},
      paramLabel = "FIELD",
      description = "An attribute that the server shall return as well; all for all of them.")
  private List<String> includes = new ArrayList<>();

  @Nullable
  @Option(names = "--limit", paramLabel = "N", description = "The most results.")
  private Long limit;

  @Nullable
  @Option(names = "--offset", paramLabel = "N", description = "How many results are skipped.")
  private Long offset;

  @Nullable
  @Option(
      names = "--page-size",
      paramLabel = "N",
      description = "How many results each request asks for.")
  private Integer pageSize;

  @Option(
      names = "--columns",
      split = ",",
      paramLabel = "KEYWORD",
      description = "The columns of table and csv, separated by commas.")
  private List<String> columns = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "table|json|ndjson|csv|xml",
      description = "The form of the results.")
  private Format format = Format.TABLE;

  @Override
  int run(Session session) throws IOException {
    SearchRequest<?> request = request(query.request(session.client()));
    Iterator<Dataset>[] first = newIterators();
    SearchResults results =
        session.repeating(
            () -> {
              SearchResults opened = request.results();
              first[0] = opened.iterator();
              // the first page, before anything was printed
              boolean unused = first[0].hasNext();
              return opened;
            });
    try (results) {
      print(session, results, first[0]);
      return verdict(session, results);
    }
  }

  @SuppressWarnings("unchecked")
  private static Iterator<Dataset>[] newIterators() {
    return (Iterator<Dataset>[]) new Iterator<?>[1];
  }

  private void print(Session session, SearchResults results, Iterator<Dataset> iterator)
      throws IOException {
    OutputStream out = format.standardOutput();
    // ended only at the proper end: what broke off must not look whole
    DatasetOutput output = format.to(out, shown());
    int warnings = 0;
    try {
      while (iterator.hasNext()) {
        if (session.strict() && results.warnings().size() != warnings) {
          warnings = results.warnings().size();
          session.warn(results.warnings());
        }
        output.write(iterator.next());
      }
    } finally {
      out.flush();
    }
    session.warn(results.warnings());
    output.end();
  }

  private int verdict(Session session, SearchResults results) {
    if (results.completeness() == Completeness.TRUNCATED) {
      String more =
          results.remaining().isPresent()
              ? "; it holds back " + results.remaining().getAsLong() + " more"
              : "";
      session.say("the server truncated the results after " + results.received() + more);
      return Exit.PARTIAL;
    }
    if (results.completeness() == Completeness.UNKNOWN) {
      session.say("the server pages in a way that does not show whether these are all");
    }
    return Exit.DONE;
  }

  private List<String> shown() {
    if (!columns.isEmpty()) {
      return columns;
    }
    List<String> shown = new ArrayList<>(query.level.columns());
    includes.stream().filter(field -> !field.equals("all")).forEach(shown::add);
    return shown;
  }

  private <S extends SearchRequest<S>> S request(SearchRequest<S> started) {
    S request = started.includeField(new int[0]);
    for (String field : includes) {
      request = including(request, field, "-i");
    }
    for (String column : columns) {
      request = including(request, column, "--columns");
    }
    if (format == Format.XML) {
      request = request.asXml();
    }
    if (limit != null) {
      request = request.limit(limit);
    }
    if (offset != null) {
      request = request.offset(offset);
    }
    return pageSize == null ? request : request.pageSize(pageSize);
  }

  private static <S extends SearchRequest<S>> S including(S request, String field, String option) {
    try {
      return request.includeField(field);
    } catch (IllegalArgumentException e) {
      throw new UsageException(option + " " + field + ": " + e.getMessage());
    }
  }
}
