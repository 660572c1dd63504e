// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import io.github.dicomweb.testkit.behavior.AcceptBehavior;
import io.github.dicomweb.testkit.behavior.AcceptBehavior.AnySyntax;
import io.github.dicomweb.testkit.behavior.AcceptBehavior.PartCount;
import io.github.dicomweb.testkit.behavior.AcceptBehavior.Quotes;
import io.github.dicomweb.testkit.behavior.AcceptBehavior.Reading;
import io.github.dicomweb.testkit.behavior.AcceptBehavior.Syntaxes;
import io.github.dicomweb.testkit.behavior.Feature;
import io.github.dicomweb.testkit.behavior.ResourceCategory;
import io.github.dicomweb.testkit.behavior.ServerBehavior;
import java.util.function.UnaryOperator;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Switches of the Accept header, as they are seen on the wire. */
final class AcceptBehaviorTest {
  private static final TestObject SLICE = TestStudies.ctSlices().get(0);
  private static final TestObject BIG_ENDIAN = TestStudies.bigEndian();
  private static final String SINGLE = "application/dicom";
  private static final String MULTIPART = "multipart/related; type=\"application/dicom\"";

  @RegisterExtension final Http http = new Http();

  private void set(UnaryOperator<AcceptBehavior> change) {
    http.server().behavior(ServerBehavior.standard().withAccept(change));
  }

  private String type(TestObject object, String accept) {
    Http.Reply reply = http.get(Http.path(object), accept);
    return reply.status() == 200
        ? reply.header("Content-Type").split(";")[0]
        : Integer.toString(reply.status());
  }

  @Test
  void reading_lastRange_forgetsTheOthersAndQ() {
    set(accept -> accept.withReading(Reading.LAST_RANGE));

    assertThat(type(SLICE, MULTIPART + ", " + SINGLE + ";q=0.1")).isEqualTo("application/dicom");
    assertThat(type(SLICE, SINGLE + ", image/png")).isEqualTo("406");
    assertThat(type(SLICE, SINGLE + ";q=0")).isEqualTo("application/dicom");
  }

  @Test
  void reading_oneRange_refusesListsAndQ() {
    set(accept -> accept.withReading(ResourceCategory.INSTANCES, Reading.ONE_RANGE));

    assertThat(type(SLICE, SINGLE)).isEqualTo("application/dicom");
    assertThat(type(SLICE, SINGLE + ", image/png")).isEqualTo("406");
    assertThat(type(SLICE, SINGLE + ";q=0.5")).isEqualTo("406");
    assertThat(http.get("/studies", Http.JSON + ", */*;q=0.1").status()).isEqualTo(200);
  }

  @Test
  void reading_noQuality_takesTheFirst() {
    set(accept -> accept.withReading(Reading.NO_QUALITY));

    assertThat(type(SLICE, SINGLE + ";q=0.1, " + MULTIPART + ";q=0.9"))
        .isEqualTo("application/dicom");
  }

  @Test
  void reading_ignored_sendsWhatIsStored() {
    set(accept -> accept.withReading(Reading.IGNORED));

    assertThat(type(BIG_ENDIAN, "image/png")).isEqualTo("multipart/related");
    assertThat(http.get("/studies", "text/html").header("Content-Type")).isEqualTo(Http.JSON);
    assertThat(http.get(Http.path(SLICE) + "/metadata", "image/png").datasets()).hasSize(1);
  }

  @Test
  void anySyntax_refused_isNotAcceptable() {
    set(accept -> accept.withAnySyntax(AnySyntax.REFUSED).withRefusalStatus(400));

    assertThat(type(SLICE, Http.ANY_SYNTAX)).isEqualTo("400");
    assertThat(type(SLICE, Http.ANY_SYNTAX + ", " + MULTIPART)).isEqualTo("multipart/related");
  }

  @ParameterizedTest
  @CsvSource({
    "OPTIONAL, multipart/related, multipart/related",
    "REQUIRED, multipart/related, 406",
    "REFUSED, 406, multipart/related"
  })
  void quotes_aroundTheType_areRequiredOrRefused(Quotes quotes, String with, String without) {
    set(accept -> accept.withQuotes(quotes));

    assertThat(type(SLICE, MULTIPART)).isEqualTo(with);
    assertThat(type(SLICE, MULTIPART.replace("\"", ""))).isEqualTo(without);
    assertThat(type(SLICE, SINGLE)).isEqualTo("application/dicom");
  }

  @ParameterizedTest
  @CsvSource({
    "MULTIPART_ONLY, 406, multipart/related, multipart/related",
    "SINGLE_ONLY, application/dicom, 406, application/dicom"
  })
  void parts_ofOneKindOnly_refuseTheOther(
      PartCount parts, String single, String multipart, String anything) {
    set(accept -> accept.withParts(parts));

    assertThat(type(SLICE, SINGLE)).isEqualTo(single);
    assertThat(type(SLICE, MULTIPART)).isEqualTo(multipart);
    assertThat(type(SLICE, "*/*")).isEqualTo(anything);
    assertThat(http.get("/studies").status()).isEqualTo(200);
  }

  @Test
  void syntaxes_anyForAnything_needsNoParameter() {
    set(accept -> accept.withSyntaxes(Syntaxes.ANY_FOR_ANYTHING));

    assertThat(http.get(Http.path(BIG_ENDIAN), "*/*").parts().get(0).body())
        .isEqualTo(ByteString.of(BIG_ENDIAN.bytes()));
    assertThat(type(BIG_ENDIAN, MULTIPART)).isEqualTo("406");
  }

  @Test
  void syntaxes_explicitLittleEndian_givesNothingElse() {
    set(accept -> accept.withSyntaxes(Syntaxes.EXPLICIT_LITTLE_ENDIAN));

    assertThat(type(BIG_ENDIAN, Http.ANY_SYNTAX)).isEqualTo("406");
    assertThat(type(SLICE, Http.ANY_SYNTAX)).isEqualTo("multipart/related");
    assertThat(type(SLICE, MULTIPART + "; transfer-syntax=1.2.840.10008.1.2.4.90"))
        .isEqualTo("multipart/related");
  }

  @ParameterizedTest
  @CsvSource({
    "multipart/related; type=\"application/octet-stream\", 200",
    "multipart/related; type=\"*/*\", 200",
    "multipart/related, 200",
    "*/*, 200",
    "application/octet-stream, 415",
    "multipart/related; type=\"image/jpeg\"; transfer-syntax=*, 415"
  })
  void offers_ofAResource_areAllThereIs(String accept, int status) {
    set(
        behavior ->
            behavior
                .withOffers(
                    ResourceCategory.FRAMES, "multipart/related; type=\"application/octet-stream\"")
                .withRefusalStatus(415));

    Http.Reply reply = http.get(Http.path(SLICE) + "/frames/1", accept);
    assertThat(reply.status()).isEqualTo(status);
    assertThat(type(SLICE, SINGLE)).isEqualTo("application/dicom");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 406, 415})
  void refusalStatus_isOfTheServicesToo(int status) {
    set(accept -> accept.withRefusalStatus(status));

    assertThat(type(SLICE, "image/png")).isEqualTo(Integer.toString(status));
    assertThat(http.get("/studies", "text/html").status()).isEqualTo(status);
  }

  @Test
  void refusalStatus_ofNoClientError_isRefused() {
    assertThatThrownBy(() -> set(accept -> accept.withRefusalStatus(500)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void acceptParameter_isReadInTheSameWay() {
    set(accept -> accept.withParts(PartCount.MULTIPART_ONLY));

    assertThat(http.get(Http.path(SLICE) + "?accept=application/dicom", "*/*").status())
        .isEqualTo(406);
  }

  @Test
  void features_ofMediaTypes_areNotAcceptableWithoutThem() {
    assertThat(http.get("/studies", Http.XML).status()).isEqualTo(200);
    http.server()
        .behavior(
            ServerBehavior.standard()
                .without(Feature.ZIP, Feature.METADATA_XML, Feature.SEARCH_XML));

    assertThat(http.get(Http.path(SLICE), "application/zip").status()).isEqualTo(406);
    assertThat(http.get(Http.path(SLICE) + "/metadata", Http.XML).status()).isEqualTo(406);
    assertThat(http.get("/studies", Http.XML).status()).isEqualTo(406);
  }
}
