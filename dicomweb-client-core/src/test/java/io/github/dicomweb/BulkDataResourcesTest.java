// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.error.MalformedResponseException;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.media.MediaRange;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.profile.ServerProfile.Links;
import io.github.dicomweb.retrieve.BulkDataPart;
import io.github.dicomweb.retrieve.BulkDataResourceRequest;
import io.github.dicomweb.retrieve.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All bulk data and all pixel data of something: paths, which part is which, what is missing. */
class BulkDataResourcesTest {
  @RegisterExtension final Wire wire = new Wire();

  private void assertTarget(BulkDataResourceRequest request, String target, String text)
      throws Exception {
    wire.enqueue(new BulkAnswer().part("x").part("y").build());
    assertThat(BulkAnswer.read(request.open())).containsExactly("x", "y");
    assertThat(wire.takeTarget()).isEqualTo(target);
    assertThat(request).hasToString(text);
  }

  @Test
  void request_ofEachLevel_hasItsPath() throws Exception {
    DicomWebClient client = wire.client();
    assertTarget(client.retrieveBulkDataOf("1"), "/studies/1/bulkdata", "Bulk data of a study");
    assertTarget(
        client.retrieveBulkDataOf("1", "2"),
        "/studies/1/series/2/bulkdata",
        "Bulk data of a series");
    assertTarget(
        client.retrieveBulkDataOf("1", "2", "3"),
        "/studies/1/series/2/instances/3/bulkdata",
        "Bulk data of an instance");
    assertTarget(client.retrievePixelDataOf("1"), "/studies/1/pixeldata", "Pixel data of a study");
    assertTarget(
        client.retrievePixelDataOf("1", "2"),
        "/studies/1/series/2/pixeldata",
        "Pixel data of a series");
    assertTarget(
        client.retrievePixelDataOf("1", "2", "3"),
        "/studies/1/series/2/instances/3/pixeldata",
        "Pixel data of an instance");
  }

  @Test
  void accept_isWhatIsStored_orWhatWasAsked() throws Exception {
    List<Function<BulkDataResourceRequest, BulkDataResourceRequest>> changes =
        List.of(
            r -> r,
            r -> r.accept(MediaType.OCTET_STREAM),
            r -> r.accept(MediaRange.allOf("image").anyTransferSyntax()));
    List<String> accepts = new ArrayList<>();
    for (ServerProfile profile : List.of(ServerProfile.standard(), ServerProfile.dcm4chee())) {
      DicomWebClient client = wire.client(wire.builder().profile(profile));
      for (var change : changes) {
        wire.enqueue(new BulkAnswer().part("x").build());
        change.apply(client.retrievePixelDataOf("1")).openAsync().get(10, TimeUnit.SECONDS).close();
        accepts.add(String.valueOf(wire.take().getHeaders().get("Accept")));
      }
    }
    assertThat(accepts)
        .containsExactly(
            "multipart/related; type=\"application/octet-stream\"; transfer-syntax=*",
            "multipart/related; type=\"application/octet-stream\"",
            "multipart/related; type=\"image/*\"; transfer-syntax=*",
            "*/*",
            "multipart/related; type=\"application/octet-stream\"",
            "multipart/related; type=\"image/*\"; transfer-syntax=*");
    BulkDataResourceRequest request = wire.client().retrieveBulkDataOf("1");
    assertThatIllegalArgumentException().isThrownBy(() -> request.accept(MediaType.DICOM));
  }

  @ParameterizedTest
  @CsvSource({
    "/dicom-web/studies/1/bulk/7, /dicom-web/studies/1/bulk/7, true",
    "bulk/7, /dicom-web/studies/1/bulk/7, true",
    "/dicom-web/studies/1/bulk/7, bulk/7, true",
    "/dicom-web/studies/1/bulk/7, http://inner:8042/dicom-web/studies/1/bulk/7, true",
    "http://inner/studies/1/bulk/7, bulk/7, true",
    "/dicom-web/studies/1/bulk/7?offset=1, /dicom-web/studies/1/bulk/7, false",
    "/dicom-web/studies/1/bulk/7, /dicom-web/studies/1/bulk/8, false",
    "/dicom-web/studies/1/bulk/7, file:/dicom-web/studies/1/bulk/7, false",
  })
  void part_isForTheReferenceOfTheSameUrl(String location, String reference, boolean expected) {
    ServerProfile rebased = ServerProfile.standard().toBuilder().links(Links.REBASED).build();
    wire.enqueue(new BulkAnswer().part("x", "Content-Location: " + location).build());
    DicomWebClient client = wire.client(wire.builder().profile(rebased));
    try (Parts<BulkDataPart> parts = client.retrieveBulkDataOf("1").open()) {
      BulkDataPart part = parts.next().orElseThrow();
      assertThat(part.isFor(BulkDataReference.of(reference))).isEqualTo(expected);
      assertThat(part).hasToString("BulkDataPart[0]");
    }
  }

  @Test
  void part_ofAnotherOrigin_isNotTakenForOursUnlessTheProfileSaysSo() {
    wire.enqueue(
        new BulkAnswer()
            .part("x", "Content-Location: http://inner/dicom-web/studies/1/bulk/7")
            .part("y")
            .build());
    try (Parts<BulkDataPart> parts = wire.client().retrieveBulkDataOf("1").open()) {
      BulkDataPart first = parts.next().orElseThrow();
      assertThat(first.isFor(BulkDataReference.of("/dicom-web/studies/1/bulk/7"))).isFalse();
      assertThat(first.isFor(BulkDataReference.of("http://INNER:80/dicom-web/studies/1/bulk/7")))
          .isTrue();
      assertThat(parts.next().orElseThrow().isFor(BulkDataReference.of("y"))).isFalse();
    }
  }

  @Test
  void partialAnswer_isReported() {
    wire.enqueue(
        new BulkAnswer()
            .part("x")
            .response()
            .code(206)
            .addHeader("Warning", "299 x \"1 objects not acceptable.\"")
            .build());
    try (Parts<BulkDataPart> parts = wire.client().retrieveBulkDataOf("1").open()) {
      assertThat(parts.partial()).isTrue();
      assertThat(BulkAnswer.read(parts)).containsExactly("x");
      assertThat(parts.warnings()).extracting(Warning::code).containsExactly(299);
    }
  }

  @Test
  void answer_cutBetweenParts_isAnError() {
    String body = new BulkAnswer().part("x").part("y").body().readUtf8();
    int second = body.lastIndexOf("--" + Wire.BOUNDARY + "--");
    wire.enqueue(new BulkAnswer().response().body(body.substring(0, second)).build());
    BulkDataResourceRequest request = wire.client().retrieveBulkDataOf("1");
    assertThatThrownBy(() -> BulkAnswer.read(request.open()))
        .isInstanceOf(MalformedResponseException.class);
  }

  @Test
  void serverWithoutTheResources_isNotAsked() {
    DicomWebClient client = wire.client(wire.builder().profile(ServerProfile.orthanc()));
    for (BulkDataResourceRequest request :
        List.of(client.retrieveBulkDataOf("1"), client.retrievePixelDataOf("1", "2"))) {
      assertThatThrownBy(request::open)
          .isInstanceOf(UnsupportedOperationException.class)
          .hasMessageContaining("BULK_DATA_RESOURCES");
    }
    assertThat(wire.requests()).isZero();
  }
}
