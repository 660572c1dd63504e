// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.dicom.json.DicomJsonReader;
import io.github.dicomweb.dicom.json.DicomJsonWriter;
import io.github.dicomweb.dicom.part10.BulkDataResolver;
import io.github.dicomweb.dicom.part10.Part10File;
import io.github.dicomweb.dicom.part10.Part10Reader;
import io.github.dicomweb.dicom.part10.Part10Writer;
import io.github.dicomweb.dicom.xml.DicomXmlReader;
import io.github.dicomweb.dicom.xml.DicomXmlWriter;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** JSON, XML and DICOM files hold the same: what goes from one to the other comes back equal. */
class ConversionTest {
  @Provide
  Arbitrary<Dataset> instances() {
    return GeneratedDatasets.instances();
  }

  static List<TestObject> files() {
    return TestStudies.all();
  }

  private static Dataset throughJson(Dataset dataset) throws IOException {
    String json = DicomJsonWriter.toJson(dataset);
    // not strict: the standard provides nothing for NaN
    try (DicomJsonReader reader = DicomJsonReader.from(new StringReader(json))) {
      return reader.readAll().get(0);
    }
  }

  private static Dataset throughXml(Dataset dataset) throws IOException {
    byte[] xml = DicomXmlWriter.create().toXml(dataset).getBytes(StandardCharsets.UTF_8);
    try (DicomXmlReader reader = DicomXmlReader.from(new ByteArrayInputStream(xml)).strict()) {
      return reader.read();
    }
  }

  private static Dataset throughPart10(Dataset dataset) {
    return Part10Reader.create().read(Part10Writer.create().toBytes(dataset)).dataset();
  }

  /** The dataset with the character set that files are written in, in items too. */
  private static Dataset inUtf8(Dataset dataset) {
    DatasetBuilder builder = dataset.toBuilder();
    for (Element element : dataset) {
      if (element.tag() == Tag.SpecificCharacterSet) {
        builder.put(Tag.SpecificCharacterSet, "ISO_IR 192");
      } else if (element instanceof SequenceElement) {
        builder.putSequence(
            element.tag(), element.items().stream().map(ConversionTest::inUtf8).toList());
      }
    }
    return builder.build();
  }

  @Property(tries = 500)
  void json_anyDataset_comesBackEqual(@ForAll("instances") Dataset dataset) throws IOException {
    assertThat(throughJson(dataset)).isEqualTo(dataset);
  }

  @Property(tries = 500)
  void xml_anyDataset_comesBackEqual(@ForAll("instances") Dataset dataset) throws IOException {
    assertThat(throughXml(dataset)).isEqualTo(dataset);
  }

  @Property(tries = 500)
  void part10_anyDataset_comesBackEqual(@ForAll("instances") Dataset dataset) {
    assertThat(throughPart10(dataset)).isEqualTo(dataset);
  }

  @Property(tries = 100)
  void references_betweenJsonAndXml_comeBackEqual(@ForAll("instances") Dataset dataset)
      throws IOException {
    for (String uri :
        List.of("../bulk/1?offset=4&length=\"8\"", "https://a.example/\u5c71", "urn:uuid:1")) {
      BulkDataReference reference = BulkDataReference.of(uri);
      Dataset item = dataset.toBuilder().putBulkData(Tag.PixelData, VR.OW, reference).build();
      Dataset whole =
          item.toBuilder()
              .putBulkData(Tag.EncapsulatedDocument, VR.OB, reference)
              .putSequence(Tag.IconImageSequence, item)
              .build();
      assertThat(throughJson(throughXml(whole))).isEqualTo(whole);
      assertThat(throughXml(throughJson(whole))).isEqualTo(whole);
    }
  }

  @Property(tries = 100)
  void allThree_anyDataset_comesBackEqual(@ForAll("instances") Dataset dataset) throws IOException {
    assertThat(throughJson(throughPart10(throughXml(dataset)))).isEqualTo(dataset);
    assertThat(throughXml(throughPart10(throughJson(dataset)))).isEqualTo(dataset);
  }

  @ParameterizedTest
  @MethodSource("files")
  void allThree_everyTestFile_comesBackEqual(TestObject object) throws IOException {
    Part10File file = Part10Reader.create().read(object.bytes());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Part10Writer.create().write(file, out);
    Part10File again = Part10Reader.create().read(out.toByteArray());
    Dataset expected = inUtf8(file.dataset());
    if (expected.element(Tag.SpecificCharacterSet).isEmpty()) {
      expected = expected.toBuilder().put(Tag.SpecificCharacterSet, "ISO_IR 192").build();
    }
    assertThat(again.dataset()).isEqualTo(expected);
    if (file.dataset().element(Tag.PixelData).orElse(null) instanceof FragmentsElement) {
      assertThat(again.transferSyntax()).isEqualTo(file.transferSyntax());
      return;
    }
    assertThat(again.transferSyntax()).isEqualTo(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    assertThat(throughJson(again.dataset())).isEqualTo(expected);
    assertThat(throughXml(again.dataset())).isEqualTo(expected);
  }

  @Test
  void references_ofEveryFile_goThroughJsonAndXmlIntoAFile(@TempDir Path dir) throws IOException {
    for (TestObject object : TestStudies.all()) {
      Path path = object.copyTo(dir);
      Part10File whole = Part10Reader.create().read(path);
      if (whole.transferSyntax().isDeflated() || whole.transferSyntax().isBigEndian()) {
        // deflated values have no place to refer to, those of the other have no order without it
        continue;
      }
      Part10File referring = Part10Reader.create().referToValuesAbove(64).read(path);
      Dataset converted = throughXml(throughJson(referring.dataset()));
      assertThat(converted).isEqualTo(referring.dataset());
      Part10Writer writer = Part10Writer.create().bulkData(BulkDataResolver.filesBelow(dir));
      if (whole.transferSyntax().isEncapsulated()) {
        writer = writer.transferSyntax(whole.transferSyntax());
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      writer.write(converted, out);
      ByteArrayOutputStream direct = new ByteArrayOutputStream();
      Part10Writer.create().write(whole, direct);
      assertThat(out.toByteArray()).as(object.fileName()).isEqualTo(direct.toByteArray());
    }
  }
}
