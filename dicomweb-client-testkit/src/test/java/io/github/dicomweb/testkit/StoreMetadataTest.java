// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.DatasetBuilder;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.SequenceElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.dicom.part10.Part10Reader;
import io.github.dicomweb.dicom.xml.DicomXmlWriter;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Store of metadata with bulk data, of single files, and the forms of the answer. */
final class StoreMetadataTest {
  private static final String JSON_TYPE =
      "multipart/related; type=\"application/dicom+json\"; boundary=bound";
  private static final String XML_TYPE =
      "multipart/related; type=\"application/dicom+xml\"; boundary=bound";
  private static final TestObject SLICE = TestStudies.ctSlices().get(0);

  @RegisterExtension final Http http = new Http();

  private final Buffer body = new Buffer();

  private StoreMetadataTest part(String type, String location, ByteString content) {
    body.writeUtf8("--bound\r\nContent-Type: " + type + "\r\n");
    if (!location.isEmpty()) {
      body.writeUtf8("Content-Location: " + location + "\r\n");
    }
    body.writeUtf8("\r\n").write(content).writeUtf8("\r\n");
    return this;
  }

  private Http.Reply post(String type) {
    return http.post("/studies", type, body.writeUtf8("--bound--\r\n"));
  }

  private Http.Reply postOf(String type) {
    http.server().clear();
    return post(type);
  }

  private static int reason(Http.Reply reply, int sequence) {
    return reply
        .datasets()
        .get(0)
        .sequence(sequence)
        .get(0)
        .intValue(Tag.FailureReason)
        .orElseThrow();
  }

  private static ByteString json(String text) {
    return ByteString.encodeUtf8(text);
  }

  private ByteString metadata(TestObject object, String accept) {
    return http.get(Http.path(object) + "/metadata", accept).body();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void metadataAndBulkData_comeBackAsTheSameInstances(boolean xml) {
    List<TestObject> objects =
        List.of(
            SLICE,
            TestStudies.multiFrame(),
            TestStudies.structuredReport(),
            TestStudies.encapsulatedPdf(),
            TestStudies.privateAndNested());
    DicomXmlWriter writer = DicomXmlWriter.create().replaceInvalidCharacters();
    StringBuilder array = new StringBuilder("[");
    Buffer values = new Buffer();
    for (TestObject object : objects) {
      if (xml) {
        Dataset dataset = http.get(Http.path(object) + "/metadata").datasets().get(0);
        part("application/dicom+xml", "", ByteString.encodeUtf8(writer.toXml(dataset)));
      } else {
        String one = metadata(object, Http.JSON).utf8();
        array.append(array.length() == 1 ? "" : ",").append(one, 1, one.length() - 1);
      }
      Http.Reply bulk =
          http.get(
              Http.path(object) + "/bulkdata",
              "multipart/related; type=\"application/octet-stream\"");
      if (bulk.status() == 200) {
        for (Http.Part part : bulk.parts()) {
          values
              .writeUtf8("--bound\r\nContent-Type: application/octet-stream\r\nContent-Location: ")
              .writeUtf8(part.header("Content-Location"))
              .writeUtf8("\r\n\r\n")
              .write(part.body())
              .writeUtf8("\r\n");
        }
      }
    }
    if (!xml) {
      part("application/dicom+json", "", ByteString.encodeUtf8(array.append(']').toString()));
    }
    body.write(values, values.size());
    http.server().clear();
    Http.Reply reply = post(xml ? XML_TYPE : JSON_TYPE);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.datasets().get(0).sequence(Tag.ReferencedSOPSequence)).hasSize(5);
    for (TestObject object : objects) {
      byte[] stored = http.get(Http.path(object), "application/dicom").body().toByteArray();
      assertThat(comparable(Part10Reader.create().read(stored).dataset()))
          .isEqualTo(comparable(Part10Reader.create().read(object.bytes()).dataset()));
    }
  }

  /** Text is stored in UTF-8, whatever it was in. */
  private static Dataset comparable(Dataset dataset) {
    DatasetBuilder builder = Dataset.builder();
    for (Element element : dataset) {
      if (element instanceof SequenceElement) {
        builder.put(
            SequenceElement.of(
                element.tag(),
                element.vr(),
                element.items().stream().map(StoreMetadataTest::comparable).toList()));
      } else {
        builder.put(element);
      }
    }
    return builder.remove(Tag.SpecificCharacterSet).build();
  }

  @Test
  void compressedFrames_areStoredUnderTheirTransferSyntax() {
    Dataset image =
        Images.grey(2, 2)
            .putInts(Tag.NumberOfFrames, 2)
            .putBulkData(Tag.PixelData, VR.OB, BulkDataReference.of("pixels"))
            .build();
    String type = "image/jp2; transfer-syntax=1.2.840.10008.1.2.4.91";
    part("application/dicom+xml", "", json(DicomXmlWriter.create().toXml(image)))
        .part(type, "pixels", ByteString.of((byte) 1, (byte) 2))
        .part(type, "pixels", ByteString.of((byte) 3, (byte) 4));

    assertThat(postOf(XML_TYPE).status()).isEqualTo(200);
    Http.Reply frame = http.get(Images.PATH + "/frames/2", type);
    assertThat(frame.header("Content-Type")).isEqualTo(type);
    assertThat(frame.body()).isEqualTo(ByteString.of((byte) 3, (byte) 4));
  }

  @ParameterizedTest
  @CsvSource({
    "pixels,pixels",
    "x/../pixels,./pixels",
    "/dicom-web/pixels,pixels",
    "urn:uuid:1,urn:uuid:1",
    "a b,a b"
  })
  void reference_isResolvedAgainstTheRequest(String inMetadata, String location) {
    part(
            "application/dicom+json",
            "",
            json(instance("\"7FE00010\":{\"vr\":\"OB\",\"BulkDataURI\":\"" + inMetadata + "\"}")))
        .part("application/octet-stream", location, ByteString.of((byte) 1, (byte) 2));

    assertThat(postOf(JSON_TYPE).status()).isEqualTo(200);
  }

  private static String instance(String more) {
    return "[{\"00080016\":{\"vr\":\"UI\",\"Value\":[\"1.2\"]},"
        + "\"00080018\":{\"vr\":\"UI\",\"Value\":[\"1.3\"]},"
        + "\"0020000D\":{\"vr\":\"UI\",\"Value\":[\"1.4\"]},"
        + "\"0020000E\":{\"vr\":\"UI\",\"Value\":[\"1.5\"]},"
        + more
        + "}]";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "elsewhere|application/octet-stream|49152",
        "pixels|image/png|49442",
        "pixels|image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.90|49442"
      })
  void values_missingOrOfAnotherType_failTheInstance(String location, String type, int reason) {
    part(
            "application/dicom+json",
            "",
            json(instance("\"7FE00010\":{\"vr\":\"OB\",\"BulkDataURI\":\"pixels\"}")))
        .part(type, location, ByteString.of((byte) 1, (byte) 2));
    Http.Reply reply = postOf(JSON_TYPE);

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reason(reply, Tag.FailedSOPSequence)).isEqualTo(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "nonsense", "[{\"0008\":1}]"})
  void metadata_thatIsNoArrayOfDatasets_answers400(String text) {
    part("application/dicom+json", "", json(text));

    assertThat(postOf(JSON_TYPE).status()).isEqualTo(400);
    assertThat(http.server().size()).isZero();
  }

  @Test
  void parts_inTheWrongOrderOrWithoutLocation_answer400() {
    ByteString value = ByteString.of((byte) 1, (byte) 2);
    ByteString metadata = json(instance("\"00100020\":{\"vr\":\"LO\"}"));
    part("application/octet-stream", "x", value).part("application/dicom+json", "", metadata);
    assertThat(postOf(JSON_TYPE).status()).isEqualTo(400);

    part("application/dicom+json", "", metadata).part("application/octet-stream", "", value);
    assertThat(postOf(JSON_TYPE).status()).isEqualTo(400);
  }

  @Test
  void singleFile_isStored() {
    http.server().clear();
    Http.Reply reply =
        http.post("/studies", "application/dicom", new Buffer().write(SLICE.bytes()));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(http.get(Http.path(SLICE), "application/dicom").body())
        .isEqualTo(ByteString.of(SLICE.bytes()));
    assertThat(http.post("/studies", "application/dicom", new Buffer()).status()).isEqualTo(400);
  }

  @Test
  void answer_comesInXmlWhenThatIsAccepted() {
    RequestBody file = RequestBody.create(SLICE.bytes(), MediaType.get("application/dicom"));
    Http.Reply document =
        http.send(http.request("/studies").header("Accept", "application/dicom+xml").post(file));
    Http.Reply parts = http.send(http.request("/studies").header("Accept", Http.XML).post(file));

    assertThat(document.header("Content-Type")).isEqualTo("application/dicom+xml");
    assertThat(Http.xml(document.body()).sequence(Tag.ReferencedSOPSequence)).hasSize(1);
    assertThat(parts.documents()).containsExactly(Http.xml(document.body()));
  }

  @BeforeEach
  void beginBody() {
    body.clear();
  }
}
