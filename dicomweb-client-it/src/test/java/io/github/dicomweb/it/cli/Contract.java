// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.cli;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.profile.ServerProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The rows of the contract as tests: each runs once in a pipe and once on a pseudo-terminal. */
public final class Contract {
  private Contract() {}

  /** What is done about the server around a row. */
  interface Care {
    void before(Row row, int number);

    void after(Row row);
  }

  /** All rows. */
  static List<Row> rows() {
    return Stream.of(
            SearchRows.all(),
            RetrieveRows.all(),
            ServerRows.all(),
            ServerRows.moods(),
            StoreRows.all(),
            StoreRows.workitems(),
            LocalRows.all())
        .flatMap(List::stream)
        .toList();
  }

  /**
   * The rows that can be tried with Orthanc.
   *
   * @param rest where it is; it has the sample studies
   * @param directory for files
   */
  public static Stream<DynamicTest> atOrthanc(String rest, Path directory) throws IOException {
    Place place = Place.orthanc(rest, directory);
    return at(
        place,
        ServerProfile.orthanc(),
        new Care() {
          @Override
          public void before(Row row, int number) {
            // it is as it is
          }

          @Override
          public void after(Row row) {
            // it keeps no list of requests
          }
        });
  }

  static Stream<DynamicTest> at(Place place, ServerProfile profile, Care care) {
    try (DicomWebClient client =
        DicomWebClient.builder(place.name("url")).profile(profile).build()) {
      place.findPixels(client);
    }
    List<Row> rows = rows().stream().filter(row -> row.isFor(place.server())).toList();
    return IntStream.range(0, rows.size())
        .mapToObj(
            number ->
                DynamicTest.dynamicTest(
                    rows.get(number).toString(),
                    () -> {
                      care.before(rows.get(number), number);
                      Trial.of(place, rows.get(number), number);
                      care.after(rows.get(number));
                    }));
  }
}
