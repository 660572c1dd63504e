// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.MalformedResponseException;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.retrieve.Orientation;
import io.github.dicomweb.retrieve.Part;
import io.github.dicomweb.retrieve.Parts;
import io.github.dicomweb.retrieve.RenderingMethod;
import io.github.dicomweb.retrieve.VolumeMetadata;
import io.github.dicomweb.retrieve.VolumePoint;
import io.github.dicomweb.retrieve.VolumeRequest;
import io.github.dicomweb.retrieve.VolumeService;
import io.github.dicomweb.retrieve.WindowFunction;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images made of volumes (§8.3.5.3, §10.4.1.1.7, §10.4.1.1.8, Annex K). */
class VolumesTest {
  private static final VolumePoint ORIGIN = new VolumePoint(0, 0, 0);
  private static final VolumePoint EYE = new VolumePoint(-1.5, 100, 0.25);
  private static final VolumePoint UP = new VolumePoint(0, 0, 1);
  private static final String MODULE =
      "{\"00701A06\":{\"vr\":\"FD\",\"Value\":[180]},"
          + "\"00720510\":{\"vr\":\"CS\",\"Value\":[\"MPR\"]}}";

  @RegisterExtension final Wire wire = new Wire();
  @TempDir Path directory = Path.of("");

  private String target(VolumeRequest request) throws InterruptedException {
    wire.enqueue(Pictures.single("image/jpeg", Pictures.JPEG).build());
    assertThat(request.execute().bytes()).isEqualTo(Pictures.JPEG);
    return wire.takeTarget();
  }

  private String query(VolumeRequest request) throws InterruptedException {
    String target = target(request);
    return target.substring(target.indexOf('?') + 1);
  }

  private VolumeRequest mpr() {
    return wire.client().volumes().retrieveRenderedMpr("1", "2", "3");
  }

  @Test
  void request_ofEachLevel_hasThePath() throws InterruptedException {
    VolumeService volumes = wire.client().volumes();
    assertThat(target(volumes.retrieveRenderedMpr("1"))).isEqualTo("/studies/1/renderedmpr");
    assertThat(target(volumes.retrieveRenderedMpr("1", "2")))
        .isEqualTo("/studies/1/series/2/renderedmpr");
    assertThat(target(volumes.retrieveRenderedMpr("1", "2", "3")))
        .isEqualTo("/studies/1/series/2/instances/3/renderedmpr");
    assertThat(target(volumes.retrieveRendered3d("1"))).isEqualTo("/studies/1/rendered3d");
    assertThat(target(volumes.retrieveRendered3d("1", "2")))
        .isEqualTo("/studies/1/series/2/rendered3d");
    assertThat(target(volumes.retrieveRendered3d("1", "2", "3")))
        .isEqualTo("/studies/1/series/2/instances/3/rendered3d");
  }

  @Test
  void path_endsAsTheProfileSays() throws InterruptedException {
    ServerProfile profile =
        ServerProfile.standard().toBuilder()
            .mprSegment("renderedMPR")
            .volumeSegment("rendered3D")
            .build();
    VolumeService volumes = wire.client(wire.builder().profile(profile)).volumes();
    assertThat(target(volumes.retrieveRenderedMpr("1"))).isEqualTo("/studies/1/renderedMPR");
    assertThat(target(volumes.retrieveRendered3d("1"))).isEqualTo("/studies/1/rendered3D");
    wire.enqueueJson(MODULE);
    assertThat(volumes.retrieveRendered3d("1").metadata().dataset().size()).isEqualTo(2);
    assertThat(wire.takeTarget()).isEqualTo("/studies/1/rendered3D?renderedvolumetricmetadata=yes");
  }

  @Test
  void query_ofEachParameter_isWrittenAsTheStandardSays() throws InterruptedException {
    assertThat(query(mpr().input("1.2", "1.3"))).isEqualTo("volumeinputreference=1.2,1.3");
    assertThat(query(mpr().inputFrames(1, 2, 9))).isEqualTo("volumeinputreference=1,2,9");
    assertThat(query(mpr().match("CardiacRRIntervalSpecified", "140-260")))
        .isEqualTo("CardiacRRIntervalSpecified=140-260");
    assertThat(query(mpr().match(Tag.SeriesDescription, "a,b&c=d #1[x] ä")))
        .isEqualTo("SeriesDescription=a%2Cb%26c%3Dd%20%231%5Bx%5D%20%C3%A4");
    assertThat(query(mpr().match("00091001", "1").match("00091001", "2"))).isEqualTo("00091001=2");
    assertThat(query(mpr().viewpoint(EYE, ORIGIN, UP)))
        .isEqualTo("viewpointposition=-1.5,100,0.25&viewpointlookat=0,0,0&viewpointup=0,0,1");
    assertThat(query(mpr().mprSlab(2.5))).isEqualTo("mprslab=2.5");
    assertThat(query(mpr().swivelRange(180))).isEqualTo("swivelrange=180");
    assertThat(query(mpr().curvePoint(EYE))).isEqualTo("volumetriccurvepoint=-1.5,100,0.25");
    assertThat(query(mpr().animationStepSize(3))).isEqualTo("animationstepsize=3");
    assertThat(query(mpr().animationRate(12.5))).isEqualTo("animationrate=12.5");
  }

  @ParameterizedTest
  @EnumSource(RenderingMethod.class)
  void query_ofAMethod_isItsNameInLowerCase(RenderingMethod method) throws InterruptedException {
    String name =
        switch (method) {
          case VOLUME_RENDERED -> "volume_rendered";
          case MAXIMUM_IP -> "maximum_ip";
          case MINIMUM_IP -> "minimum_ip";
          case AVERAGE_IP -> "average_ip";
        };
    assertThat(query(mpr().renderingMethod(method))).isEqualTo("renderingmethod=" + name);
  }

  @ParameterizedTest
  @EnumSource(Orientation.class)
  void query_ofAnOrientation_isOneLetter(Orientation orientation) throws InterruptedException {
    String letter =
        switch (orientation) {
          case ANTERIOR -> "a";
          case POSTERIOR -> "p";
          case RIGHT -> "r";
          case LEFT -> "l";
          case HEAD -> "h";
          case FEET -> "f";
        };
    assertThat(query(mpr().orientation(orientation))).isEqualTo("orientation=" + letter);
  }

  @Test
  void query_ofAll_hasEachOnce() throws InterruptedException {
    VolumeRequest request =
        wire.client()
            .volumes()
            .retrieveRendered3d("1", "2")
            .animationRate(20)
            .animationStepSize(5)
            .swivelRange(90)
            .orientation(Orientation.ANTERIOR)
            .renderingMethod(RenderingMethod.MAXIMUM_IP)
            .match(Tag.Modality, "CT")
            .input("1.5")
            .viewport(640, 480)
            .window(40, 400, WindowFunction.LINEAR)
            .quality(80);
    assertThat(query(request))
        .isEqualTo(
            "volumeinputreference=1.5&Modality=CT&renderingmethod=maximum_ip&orientation=a"
                + "&swivelrange=90&animationstepsize=5&animationrate=20"
                + "&quality=80&viewport=640,480&window=40,400,linear");
  }

  @Test
  void combination_thatTheStandardExcludes_isRefusedAtOnce() {
    VolumeRequest request = mpr();
    List<Consumer<VolumeRequest>> bad =
        List.of(
            r -> r.orientation(Orientation.HEAD).viewpoint(EYE, ORIGIN, UP),
            r -> r.viewpoint(EYE, ORIGIN, UP).orientation(Orientation.HEAD),
            r -> r.viewpoint(EYE, EYE, UP),
            r -> r.viewpoint(EYE, ORIGIN, ORIGIN),
            r -> r.input("1").inputFrames(1),
            r -> r.inputFrames(1).input("1"),
            r -> r.input(),
            r -> r.input("1", ""),
            r -> r.inputFrames(),
            r -> r.inputFrames(0),
            r -> r.inputFrames(2, 1),
            r -> r.match("no attribute", "x"),
            r -> r.match(Tag.Modality, ""),
            r -> r.mprSlab(0),
            r -> r.mprSlab(Double.NaN),
            r -> r.swivelRange(0),
            r -> r.swivelRange(-10),
            r -> r.swivelRange(10).curvePoint(EYE),
            r -> r.curvePoint(EYE).swivelRange(10),
            r -> r.animationStepSize(0),
            r -> r.animationRate(0),
            r -> r.as(MediaType.DICOM_JSON),
            r -> r.quality(0),
            r -> r.window(0, 0, WindowFunction.LINEAR));
    for (Consumer<VolumeRequest> each : bad) {
      assertThatIllegalArgumentException().isThrownBy(() -> each.accept(request));
    }
    VolumeService volumes = wire.client().volumes();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> volumes.retrieveRendered3d("1").mprSlab(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> volumes.retrieveRenderedMpr("1", "2").inputFrames(1));
    assertThatIllegalArgumentException().isThrownBy(() -> volumes.retrieveRenderedMpr("a/b"));
    assertThatIllegalArgumentException().isThrownBy(() -> new VolumePoint(0, Double.NaN, 0));
    assertThat(wire.requests()).isZero();
  }

  @Test
  void metadata_isOneDatasetOfJson() throws Exception {
    for (String body : List.of(MODULE, "[" + MODULE + "]")) {
      wire.enqueue(
          new MockResponse.Builder()
              .code(206)
              .addHeader("Content-Type", "application/dicom+json")
              .addHeader("Warning", "299 x: mprslab is not supported")
              .body(body)
              .build());
      VolumeMetadata metadata = mpr().swivelRange(180).metadata();
      assertThat(metadata.dataset().string(0x00720510)).contains("MPR");
      assertThat(metadata.partial()).isTrue();
      assertThat(metadata.warnings()).hasSize(1);
      assertThat(metadata).hasToString("VolumeMetadata[2 attributes]");
      var sent = wire.take();
      assertThat(sent.getTarget())
          .endsWith("/renderedmpr?swivelrange=180&renderedvolumetricmetadata=yes");
      assertThat(sent.getHeaders().get("Accept")).isEqualTo("application/dicom+json");
    }
    wire.enqueueJson(MODULE);
    assertThat(mpr().metadataAsync().get(5, TimeUnit.SECONDS).partial()).isFalse();
  }

  @Test
  void metadata_cutAnywhere_isAnError() {
    for (int at = 0; at < MODULE.length(); at++) {
      wire.enqueueJson(MODULE.substring(0, at));
      assertThatThrownBy(() -> mpr().metadata())
          .as("cut at %d", at)
          .isInstanceOf(MalformedResponseException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 406, 501})
  void status_ofFailure_isATypedError(int status) {
    wire.dispatch(request -> new MockResponse.Builder().code(status).build());
    List<Consumer<VolumeRequest>> calls =
        List.of(VolumeRequest::execute, VolumeRequest::metadata, VolumeRequest::open);
    for (Consumer<VolumeRequest> call : calls) {
      assertThatThrownBy(() -> call.accept(mpr()))
          .isInstanceOfSatisfying(
              HttpStatusException.class, e -> assertThat(e.status()).isEqualTo(status));
    }
  }

  @Test
  void animation_isAVideoInMemoryInAFileOrAsPart() throws Exception {
    wire.dispatch(request -> Pictures.single("video/mp4", Pictures.MP4).build());
    VolumeRequest request = mpr().as(MediaType.MP4).swivelRange(90);
    assertThat(request.execute().mediaType()).isEqualTo(MediaType.MP4);
    assertThat(wire.take().getHeaders().get("Accept")).isEqualTo("video/mp4");
    assertThat(request.executeAsync().get(5, TimeUnit.SECONDS).bytes()).isEqualTo(Pictures.MP4);
    Path file = directory.resolve("swivel.mp4");
    assertThat(request.saveTo(file).bytes()).isEqualTo(Pictures.MP4.length);
    assertThat(request.saveToAsync(file).get(5, TimeUnit.SECONDS).file()).isEqualTo(file);
    try (Parts<Part> parts = request.openAsync().get(5, TimeUnit.SECONDS)) {
      assertThat(parts.next().orElseThrow().readAllBytes()).isEqualTo(Pictures.MP4);
      assertThat(parts.next()).isEmpty();
    }
  }

  @Test
  void image_cut_isAnError() {
    byte[] whole = Pictures.parts("image/jpeg", Pictures.JPEG).readByteArray();
    wire.enqueue(Pictures.multipart(new Buffer().write(whole, 0, 80)).build());
    assertThatThrownBy(() -> mpr().execute()).isInstanceOf(DicomWebException.class);
  }

  @Test
  void volumes_thatTheProfileDoesNotHave_areRefusedBeforeSending() {
    ServerProfile profile = ServerProfile.standard().toBuilder().without(Feature.VOLUMES).build();
    VolumeRequest request =
        wire.client(wire.builder().profile(profile)).volumes().retrieveRenderedMpr("1");
    assertThatThrownBy(request::execute)
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("VOLUMES");
    assertThatThrownBy(request::metadata).isInstanceOf(UnsupportedOperationException.class);
    assertThat(wire.requests()).isZero();
  }
}
