// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.negotiate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.profile.ServerProfile.BulkDataBase;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What links refer to, and where they are followed to. */
class LinksTest {
  private static final HttpUrl BASE = HttpUrl.get("https://pacs.example.org/api/dicom-web");
  private static final HttpUrl REQUEST =
      HttpUrl.get("https://pacs.example.org/api/dicom-web/studies/1/series/2/metadata");

  private static Links links(BulkDataBase base) {
    return Links.of(ServerProfile.standard().toBuilder().bulkDataBase(base).build(), BASE);
  }

  @ParameterizedTest
  @CsvSource({
    "REQUEST, bulkdata/7, /api/dicom-web/studies/1/series/2/bulkdata/7",
    "REQUEST, ../bulkdata/7, /api/dicom-web/studies/1/series/bulkdata/7",
    "STUDY, bulkdata/7, /api/dicom-web/studies/1/bulkdata/7",
    "SERIES, bulkdata/7, /api/dicom-web/studies/1/series/2/bulkdata/7",
    "INSTANCE, bulkdata/7, /api/dicom-web/studies/1/series/2/instances/3/bulkdata/7",
    "INSTANCE, ../bulkdata/7?offset=1&length=2,"
        + " /api/dicom-web/studies/1/series/2/instances/bulkdata/7?offset=1&length=2",
    "INSTANCE, /other/7, /other/7",
  })
  void resolve_relative_refersToWhatTheProfileSays(
      BulkDataBase base, String reference, String expected) {
    assertThat(links(base).resolve(reference, REQUEST, "1", "2", "3"))
        .isEqualTo("https://pacs.example.org" + expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://h/a%2Fb?x=%7e", "HTTP://H:80/a", "file:/a?offset=1", "urn:uuid:1"})
  void resolve_absolute_keepsEachCharacter(String reference) {
    assertThat(links(BulkDataBase.STUDY).resolve(reference, REQUEST, "1", "2", "3"))
        .isEqualTo(reference);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "a/b"})
  void resolve_withoutTheIdentifiersItTakes_leavesTheReference(String identifier) {
    assertThat(links(BulkDataBase.SERIES).resolve("b/7", REQUEST, "1", identifier, "3"))
        .isEqualTo("b/7");
    assertThat(links(BulkDataBase.INSTANCE).resolve("b/7", REQUEST, "1", "2", null))
        .isEqualTo("b/7");
  }

  @ParameterizedTest
  @CsvSource({
    "https://pacs.example.org/x/studies/1, https://pacs.example.org/x/studies/1",
    "http://pacs.example.org/api/dicom-web/studies/1?a=%20b,"
        + " https://pacs.example.org/api/dicom-web/studies/1?a=%20b",
    "https://pacs.example.org:8443/api/dicom-web/b/1, https://pacs.example.org/api/dicom-web/b/1",
    "http://inner:8042/dicom-web/studies/1/bulk/2%2F3,"
        + " https://pacs.example.org/api/dicom-web/studies/1/bulk/2%2F3",
    "http://inner/studies/1/series/studies/2,"
        + " https://pacs.example.org/api/dicom-web/studies/1/series/studies/2",
    "http://inner/api/dicom-webs/1, http://inner/api/dicom-webs/1",
    "http://store.example.net/objects/1, http://store.example.net/objects/1",
  })
  void rebase_ofAnotherOrigin_keepsThePathThatTheBaseCanHave(String url, String expected) {
    assertThat(Links.rebase(HttpUrl.get(url), BASE)).isEqualTo(HttpUrl.get(expected));
  }

  @Test
  void rebase_onABaseWithoutPath_keepsWhatFollowsFromStudies() {
    assertThat(
            Links.rebase(
                HttpUrl.get("http://inner/dicom-web/studies/1"), HttpUrl.get("https://h/")))
        .isEqualTo(HttpUrl.get("https://h/studies/1"));
  }

  @Test
  void follow_rebasesOnlyWhereTheProfileSaysSo() {
    HttpUrl inner = HttpUrl.get("http://inner/dicom-web/studies/1");
    assertThat(links(BulkDataBase.REQUEST).follow(inner)).isEqualTo(inner);
    ServerProfile rebased =
        ServerProfile.standard().toBuilder().links(ServerProfile.Links.REBASED).build();
    assertThat(Links.of(rebased, BASE).follow(inner))
        .isEqualTo(HttpUrl.get("https://pacs.example.org/api/dicom-web/studies/1"));
  }
}
