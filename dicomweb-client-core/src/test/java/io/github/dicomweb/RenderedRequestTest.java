// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.profile.ServerProfile.AcceptStyle;
import io.github.dicomweb.profile.ServerProfile.WindowStyle;
import io.github.dicomweb.retrieve.Annotation;
import io.github.dicomweb.retrieve.IccProfile;
import io.github.dicomweb.retrieve.RenderedCall;
import io.github.dicomweb.retrieve.RenderedRequest;
import io.github.dicomweb.retrieve.Viewport;
import io.github.dicomweb.retrieve.WindowFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent for rendered resources and thumbnails (§8.3.5.1, §10.4). */
class RenderedRequestTest {
  @RegisterExtension final Wire wire = new Wire();

  private String target(RenderedCall request) throws InterruptedException {
    wire.enqueue(Pictures.single("image/jpeg", Pictures.JPEG).build());
    assertThat(request.execute().mediaType()).isEqualTo(MediaType.JPEG);
    return wire.takeTarget();
  }

  private String query(RenderedRequest request) throws InterruptedException {
    String target = target(request);
    assertThat(target).startsWith("/studies/1/series/2/instances/3/rendered?");
    return target.substring(target.indexOf('?') + 1);
  }

  private RenderedRequest instance() {
    return wire.client().retrieveRendered("1", "2", "3");
  }

  @Test
  void rendered_ofEachLevel_hasThePath() throws InterruptedException {
    DicomWebClient client = wire.client();
    assertThat(target(client.retrieveRendered("1"))).isEqualTo("/studies/1/rendered");
    assertThat(target(client.retrieveRendered("1", "2"))).isEqualTo("/studies/1/series/2/rendered");
    assertThat(target(client.retrieveRendered("1", "2", "3")))
        .isEqualTo("/studies/1/series/2/instances/3/rendered");
    assertThat(target(client.retrieveRendered("1", "2", "3", 1, 5, 12)))
        .isEqualTo("/studies/1/series/2/instances/3/frames/1,5,12/rendered");
  }

  @Test
  void thumbnail_ofEachLevel_hasThePath() throws InterruptedException {
    DicomWebClient client = wire.client();
    assertThat(target(client.retrieveThumbnail("1"))).isEqualTo("/studies/1/thumbnail");
    assertThat(target(client.retrieveThumbnail("1", "2")))
        .isEqualTo("/studies/1/series/2/thumbnail");
    assertThat(target(client.retrieveThumbnail("1", "2", "3").viewport(64, 48)))
        .isEqualTo("/studies/1/series/2/instances/3/thumbnail?viewport=64,48");
    assertThat(target(client.retrieveThumbnail("1", "2", "3", 7)))
        .isEqualTo("/studies/1/series/2/instances/3/frames/7/thumbnail");
  }

  @Test
  void query_ofEachParameter_isWrittenAsTheStandardSays() throws InterruptedException {
    assertThat(query(instance().viewport(512, 256))).isEqualTo("viewport=512,256");
    assertThat(query(instance().window(40, 400, WindowFunction.LINEAR)))
        .isEqualTo("window=40,400,linear");
    assertThat(query(instance().window(-0.5, 1e-3, WindowFunction.LINEAR_EXACT)))
        .isEqualTo("window=-0.5,0.001,linear-exact");
    assertThat(query(instance().window(1e9, 0.25, WindowFunction.SIGMOID)))
        .isEqualTo("window=1000000000,0.25,sigmoid");
    assertThat(query(instance().quality(1))).isEqualTo("quality=1");
    assertThat(query(instance().quality(100))).isEqualTo("quality=100");
    assertThat(query(instance().annotation(Annotation.PATIENT, Annotation.TECHNIQUE)))
        .isEqualTo("annotation=patient,technique");
    assertThat(query(instance().annotation(Annotation.of("x-logo"))))
        .isEqualTo("annotation=x-logo");
    assertThat(query(instance().charset(ISO_8859_1))).isEqualTo("charset=ISO-8859-1");
  }

  @ParameterizedTest
  @EnumSource(IccProfile.class)
  void query_ofAColourProfile_isItsNameInLowerCase(IccProfile profile) throws InterruptedException {
    String name =
        switch (profile) {
          case NO -> "no";
          case YES -> "yes";
          case SRGB -> "srgb";
          case ADOBERGB -> "adobergb";
          case ROMMRGB -> "rommrgb";
          case DISPLAYP3 -> "displayp3";
        };
    assertThat(query(instance().iccProfile(profile))).isEqualTo("iccprofile=" + name);
  }

  @Test
  void query_ofARegion_keepsItsCommasAndElidesTheEnd() throws InterruptedException {
    Viewport viewport = Viewport.of(512, 512);
    assertThat(query(instance().viewport(viewport.source(0, 10.5, 100, 200.25))))
        .isEqualTo("viewport=512,512,0,10.5,100,200.25");
    assertThat(query(instance().viewport(viewport.source(0, 0, -100, -200))))
        .isEqualTo("viewport=512,512,0,0,-100,-200");
    assertThat(query(instance().viewport(viewport.sourceX(3)))).isEqualTo("viewport=512,512,3");
    assertThat(query(instance().viewport(viewport.sourceY(3)))).isEqualTo("viewport=512,512,,3");
    assertThat(query(instance().viewport(viewport.sourceWidth(-3))))
        .isEqualTo("viewport=512,512,,,-3");
    assertThat(query(instance().viewport(viewport.sourceX(1).sourceHeight(0.001))))
        .isEqualTo("viewport=512,512,1,,,0.001");
  }

  @Test
  void query_ofAll_hasEachOnceAndTheLastValueSet() throws InterruptedException {
    assertThat(
            query(
                instance()
                    .viewport(1, 1)
                    .viewport(640, 480)
                    .window(1, 2, WindowFunction.LINEAR)
                    .window(50, 350, WindowFunction.SIGMOID)
                    .quality(10)
                    .quality(90)
                    .annotation(Annotation.TECHNIQUE)
                    .annotation(Annotation.PATIENT)
                    .iccProfile(IccProfile.YES)
                    .iccProfile(IccProfile.SRGB)))
        .isEqualTo(
            "annotation=patient&quality=90&viewport=640,480&window=50,350,sigmoid&iccprofile=srgb");
  }

  @Test
  void request_changed_leavesTheOneBeforeAsItWas() throws InterruptedException {
    RenderedRequest plain = instance();
    RenderedRequest changed = plain.quality(5).viewport(3, 3);
    assertThat(query(changed)).isEqualTo("quality=5&viewport=3,3");
    assertThat(target(plain)).doesNotContain("?");
  }

  @ParameterizedTest
  @CsvSource({
    "FUNCTION, 'window=40,400,linear'",
    "TWO_VALUES, 'window=40,400'",
    "SEPARATE, windowcenter=40&windowwidth=400"
  })
  void window_isWrittenAsTheProfileSays(WindowStyle style, String expected)
      throws InterruptedException {
    DicomWebClient client =
        wire.client(
            wire.builder()
                .profile(ServerProfile.standard().toBuilder().windowStyle(style).build()));
    RenderedRequest request = client.retrieveRendered("1", "2", "3");
    assertThat(query(request.window(40, 400, WindowFunction.LINEAR))).isEqualTo(expected);
    if (style != WindowStyle.FUNCTION) {
      assertThatThrownBy(() -> request.window(1, 2, WindowFunction.SIGMOID).execute())
          .as("a function that cannot be named is not left out")
          .isInstanceOf(UnsupportedOperationException.class);
    }
  }

  @Test
  void value_thatNoServerMayBeAsked_isRefusedAtOnce() {
    RenderedRequest request = instance();
    List<Consumer<RenderedRequest>> bad =
        List.of(
            r -> r.quality(0),
            r -> r.quality(101),
            r -> r.quality(-1),
            r -> r.viewport(0, 10),
            r -> r.viewport(10, 0),
            r -> r.viewport(-1, 10),
            r -> r.window(0, 0, WindowFunction.LINEAR),
            r -> r.window(0, 0.99, WindowFunction.LINEAR),
            r -> r.window(0, -1, WindowFunction.LINEAR),
            r -> r.window(0, 0, WindowFunction.LINEAR_EXACT),
            r -> r.window(0, 0, WindowFunction.SIGMOID),
            r -> r.window(Double.NaN, 1, WindowFunction.LINEAR),
            r -> r.window(0, Double.POSITIVE_INFINITY, WindowFunction.LINEAR),
            r -> r.annotation(),
            r -> r.as(),
            r -> r.as(MediaType.DICOM),
            r -> r.as(MediaType.PNG, MediaType.OCTET_STREAM),
            r -> r.as(MediaType.ZIP),
            r -> r.as(MediaType.RLE),
            r -> r.as(MediaType.PNG).quality(5),
            r -> r.quality(5).as(MediaType.PNG, MediaType.GIF));
    for (Consumer<RenderedRequest> each : bad) {
      assertThatIllegalArgumentException().isThrownBy(() -> each.accept(request));
    }
    assertThat(request.quality(5).as(MediaType.PNG, MediaType.JPEG)).isNotNull();
    assertThat(wire.requests()).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void region_withoutExtent_isRefused(double value) {
    Viewport viewport = Viewport.of(1, 1);
    assertThatIllegalArgumentException().isThrownBy(() -> viewport.sourceWidth(value));
    assertThatIllegalArgumentException().isThrownBy(() -> viewport.sourceHeight(value));
    if (value != 0) {
      assertThatIllegalArgumentException().isThrownBy(() -> viewport.sourceX(value));
      assertThatIllegalArgumentException().isThrownBy(() -> viewport.sourceY(value));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> viewport.sourceX(-1));
  }

  @Test
  void frames_thatAreNotAscendingFromOne_areRefused() {
    DicomWebClient client = wire.client();
    for (int[] frames : new int[][] {{}, {0}, {-1}, {2, 1}, {1, 1}}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> client.retrieveRendered("1", "2", "3", frames));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> client.retrieveThumbnail("1", "2", "3", frames));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> client.retrieveRendered("1", "a/b"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.retrieveThumbnail("1").as(MediaType.PDF));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.retrieveThumbnail("1").viewport(0, 1));
  }

  @Test
  void viewport_isEqualByValue() {
    assertThat(Viewport.of(2, 3).source(0, 0, 5, 5))
        .isEqualTo(Viewport.of(2, 3).source(0, 0, 5, 5));
    assertThat(Viewport.of(2, 3).source(0, 0, 5, 5))
        .hasSameHashCodeAs(Viewport.of(2, 3).source(0, 0, 5, 5))
        .isNotEqualTo(Viewport.of(2, 3));
    assertThat(Annotation.of("patient")).isEqualTo(Annotation.PATIENT);
    for (String bad : List.of("", "a,b", "a b", "ä", "a&b")) {
      assertThatIllegalArgumentException().isThrownBy(() -> Annotation.of(bad));
    }
  }

  private List<String> ladder(RenderedCall request) throws InterruptedException {
    wire.dispatch(r -> new MockResponse.Builder().code(406).build());
    int before = wire.requests();
    assertThatExceptionOfType(HttpStatusException.class)
        .isThrownBy(request::execute)
        .satisfies(e -> assertThat(e.status()).isEqualTo(406));
    List<String> accepts = new ArrayList<>();
    for (int i = before; i < wire.requests(); i++) {
      accepts.add(Objects.requireNonNull(wire.take().getHeaders().get("Accept")));
    }
    return accepts;
  }

  @Test
  void accept_byDefault_isJpegAloneAndAnythingInTheEnd() throws InterruptedException {
    DicomWebClient client = wire.client();
    List<String> one =
        List.of(
            "image/jpeg",
            "multipart/related; type=\"image/jpeg\"",
            "multipart/related; type=image/jpeg",
            "*/*");
    assertThat(ladder(client.retrieveRendered("1", "2", "3"))).isEqualTo(one);
    assertThat(ladder(client.retrieveRendered("1", "2", "3", 4))).isEqualTo(one);
    assertThat(ladder(client.retrieveThumbnail("1", "2", "3")))
        .containsExactly("image/jpeg", "*/*");
  }

  @Test
  void accept_ofACollectionOrSeveralFrames_isMultipartFirst() throws InterruptedException {
    DicomWebClient client = wire.client();
    List<String> many =
        List.of(
            "multipart/related; type=\"image/jpeg\"",
            "image/jpeg",
            "multipart/related; type=image/jpeg",
            "*/*");
    assertThat(ladder(client.retrieveRendered("1"))).isEqualTo(many);
    assertThat(ladder(client.retrieveRendered("1", "2"))).isEqualTo(many);
    assertThat(ladder(client.retrieveRendered("1", "2", "3", 1, 2))).isEqualTo(many);
  }

  @Test
  void accept_ofTypesAskedFor_isNeverTradedForAnything() throws InterruptedException {
    DicomWebClient client = wire.client();
    assertThat(ladder(client.retrieveRendered("1", "2", "3").as(MediaType.PNG, MediaType.MP4)))
        .containsExactly(
            "image/png",
            "multipart/related; type=\"image/png\"",
            "video/mp4",
            "multipart/related; type=\"video/mp4\"",
            "multipart/related; type=image/png",
            "multipart/related; type=video/mp4");
    assertThat(ladder(client.retrieveThumbnail("1").as(MediaType.GIF)))
        .containsExactly("image/gif");
    DicomWebClient several =
        wire.client(
            wire.builder()
                .profile(
                    ServerProfile.standard().toBuilder()
                        .acceptStyle(AcceptStyle.WEIGHTED)
                        .build()));
    assertThat(ladder(several.retrieveRendered("1", "2", "3").as(MediaType.PNG, MediaType.JPEG)))
        .startsWith("image/png, image/jpeg;q=0.9");
  }

  @Test
  void accept_thatWorked_isRememberedForTheNextOne() {
    wire.dispatch(
        request ->
            Objects.requireNonNull(request.getHeaders().get("Accept")).equals("*/*")
                ? Pictures.single("application/pdf", Pictures.PDF).build()
                : new MockResponse.Builder().code(406).build());
    DicomWebClient client = wire.client();
    assertThat(client.retrieveRendered("1", "2", "3").execute().mediaType())
        .isEqualTo(MediaType.PDF);
    int first = wire.requests();
    assertThat(client.retrieveRendered("1", "2", "4").execute().warnings())
        .as("it is said that a rung was left")
        .hasSize(1);
    assertThat(wire.requests()).isEqualTo(first + 1);
  }

  @Test
  void feature_thatTheProfileDoesNotHave_isRefusedBeforeSending() {
    DicomWebClient client =
        wire.client(
            wire.builder()
                .profile(
                    ServerProfile.standard().toBuilder()
                        .without(Feature.RENDERED, Feature.RENDERED_COLLECTIONS, Feature.THUMBNAIL)
                        .build()));
    assertThatThrownBy(() -> client.retrieveRendered("1", "2", "3").execute())
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("RENDERED");
    assertThatThrownBy(() -> client.retrieveRendered("1", "2", "3", 1).open())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> client.retrieveRendered("1").open())
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("RENDERED_COLLECTIONS");
    assertThatThrownBy(() -> client.retrieveThumbnail("1").executeAsync().get())
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(UnsupportedOperationException.class);
    assertThat(wire.requests()).isZero();
  }
}
