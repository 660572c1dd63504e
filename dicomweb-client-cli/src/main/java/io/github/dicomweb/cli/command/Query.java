// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.cli.run.UsageException;
import io.github.dicomweb.dicom.Dictionary;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.search.SearchRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is searched for and what it must match. */
final class Query {
  @Parameters(
      index = "0",
      paramLabel = "studies|series|instances|patients",
      description = "What is searched for.")
  Level level = Level.STUDIES;

  @Nullable
  @Option(names = "--study", paramLabel = "UID", description = "Only in this study.")
  String study;

  @Nullable
  @Option(names = "--series", paramLabel = "UID", description = "Only in this series.")
  String series;

  @Option(
      names = {"-m", "--match"},
      paramLabel = "KEY=VALUE",
      description =
          "An attribute that must match: a keyword, eight hex digits or a dotted path; * and ? are"
              + " wildcards, 20260101-20261231 is a range, nothing behind the = stands for no"
              + " value.")
  List<String> matches = new ArrayList<>();

  @Option(names = "--fuzzy", description = "Matches names that sound alike, if the server can.")
  boolean fuzzy;

  SearchRequest<?> request(DicomWebClient client) {
    String inStudy = study;
    String inSeries = series;
    return switch (level) {
      case STUDIES -> keys(in(client.searchForStudies(), inStudy, inSeries));
      case PATIENTS -> keys(in(client.searchForPatients(), inStudy, inSeries));
      case SERIES ->
          inStudy == null
              ? keys(in(client.searchForSeries(), null, inSeries))
              : keys(in(client.searchForSeries(inStudy), null, inSeries));
      case INSTANCES -> {
        if (inStudy == null) {
          yield keys(in(client.searchForInstances(), null, inSeries));
        }
        yield inSeries == null
            ? keys(client.searchForInstances(inStudy))
            : keys(client.searchForInstances(inStudy, inSeries));
      }
    };
  }

  private static <S extends SearchRequest<S>> S in(
      S request, @Nullable String study, @Nullable String series) {
    S result = request;
    if (study != null) {
      result = result.match(Tag.StudyInstanceUID, study);
    }
    return series == null ? result : result.match(Tag.SeriesInstanceUID, series);
  }

  private <S extends SearchRequest<S>> S keys(S request) {
    S result = request;
    for (String match : matches) {
      int end = match.indexOf('=');
      if (end < 1) {
        throw new UsageException("-m takes KEY=VALUE");
      }
      String key = match.substring(0, end);
      String value = match.substring(end + 1);
      try {
        result = with(result, key, value);
      } catch (IllegalArgumentException e) {
        throw new UsageException("-m " + key + ": " + e.getMessage());
      }
    }
    return fuzzy ? result.fuzzyMatching() : result;
  }

  private static <S extends SearchRequest<S>> S with(S request, String key, String value) {
    if (value.isEmpty()) {
      return request.matchEmpty(key);
    }
    return isUid(key) && (value.indexOf(',') > 0 || value.indexOf('\\') > 0)
        ? request.matchAny(key, List.of(value.split("[,\\\\]", -1)))
        : request.match(key, value);
  }

  private static boolean isUid(String key) {
    OptionalInt tag = Tags.parse(key.substring(key.lastIndexOf('.') + 1));
    return tag.isPresent() && Dictionary.vrOf(tag.getAsInt()) == VR.UI;
  }
}
