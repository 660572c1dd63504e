// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.search.SearchResults;
import io.github.dicomweb.store.InstanceSource;
import io.github.dicomweb.store.StoreReport;
import io.github.dicomweb.testdata.TestStudies;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** One of each kind of transaction: what holds for credentials holds for all of them. */
final class Transactions {
  /** A transaction. */
  interface Transaction {
    Object run(DicomWebClient client) throws Exception;
  }

  private Transactions() {}

  /**
   * All of them, by name.
   *
   * @param base the base URL of the server
   * @param directory where files go
   */
  static Map<String, Transaction> all(String base, Path directory) {
    byte[] file = TestStudies.ctSlices().get(0).bytes();
    BulkDataReference bulk = BulkDataReference.of(base + "/bulk/1");
    Map<String, Transaction> all = new LinkedHashMap<>();
    all.put("search", c -> c.searchForStudies().execute());
    all.put("search, all pages", c -> results(c.searchForStudies().results()));
    all.put("search, async", c -> c.searchForSeries("1").executeAsync().get());
    all.put("metadata", c -> c.retrieveMetadata("1").execute());
    all.put("study", c -> c.retrieveStudy("1").open());
    all.put("study, saved", c -> c.retrieveStudy("1").saveTo(directory));
    all.put("series, async", c -> c.retrieveSeries("1", "2").saveToAsync(directory).get());
    all.put("frames", c -> c.retrieveFrames("1", "2", "3", 1).open());
    all.put("bulk data", c -> c.retrieveBulkData(bulk).readAllBytes());
    all.put("bulk data, saved", c -> c.retrieveBulkData(bulk).saveTo(directory.resolve("bulk")));
    all.put("bulk data of an instance", c -> c.retrieveBulkDataOf("1", "2", "3").open());
    all.put("rendered", c -> c.retrieveRendered("1", "2", "3").execute());
    all.put("thumbnail", c -> c.retrieveThumbnail("1").execute());
    all.put("archive", c -> c.retrieveZip("1").saveTo(directory));
    all.put("volume", c -> c.volumes().retrieveRenderedMpr("1", "2").input("3").execute());
    all.put("WADO-URI", c -> c.retrieveByUri("1", "2", "3").dicom().readAllBytes());
    all.put("store", c -> c.storeInstances().add(InstanceSource.of("a", file)).execute());
    all.put(
        "store, async",
        c -> c.storeInstances().add(InstanceSource.of("a", file)).executeAsync().get());
    all.put(
        "store as JSON",
        c -> c.storeInstances().add(StoreAnswers.dataset("1.2.1")).asJson().execute());
    all.put("store, one by one", c -> oneByOne(c, file));
    all.put("probe", c -> c.probe().execute());
    all.put("delete", c -> c.withProfile(ServerProfile.google()).deletions().study("1").execute());
    return all;
  }

  private static Object results(SearchResults results) {
    try (results) {
      results.forEach(result -> {});
      return results.warnings();
    }
  }

  private static Object oneByOne(DicomWebClient client, byte[] file) {
    ServerProfile profile =
        ServerProfile.standard().toBuilder().storeForm(ServerProfile.StoreForm.SINGLE_PART).build();
    StoreReport report =
        client.withProfile(profile).storeInstances().add(InstanceSource.of("a", file)).execute();
    // A refusal of one instance is told in the report.
    report
        .failure()
        .ifPresent(
            failure -> {
              throw failure;
            });
    return report;
  }
}
