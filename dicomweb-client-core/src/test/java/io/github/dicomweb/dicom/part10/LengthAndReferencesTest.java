// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.dicom.BulkDataElement;
import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** How long a file will be, and where its values are, without holding either. */
class LengthAndReferencesTest {

  @Test
  void length_isThatOfTheFile() throws IOException {
    Part10Writer writer = Part10Writer.create();
    for (TestObject object : TestStudies.all()) {
      Dataset dataset = Part10Reader.create().read(object.bytes()).dataset();
      assertThat(writer.length(dataset))
          .as(object.fileName())
          .isEqualTo(writer.toBytes(dataset).length);
    }
  }

  @Test
  void length_ofValuesElsewhere_isToldWithoutReadingThem() throws IOException {
    Dataset dataset =
        Dataset.builder()
            .put(Tag.SOPClassUID, "1.2")
            .put(Tag.SOPInstanceUID, "1.3")
            .putBulkData(Tag.PixelData, VR.OB, BulkDataReference.of("x"))
            .build();
    Part10Writer present =
        Part10Writer.create().bulkData((element, path) -> BulkDataContent.of(new byte[3001]));
    Part10Writer absent =
        Part10Writer.create()
            .bulkData(
                (element, path) -> BulkDataContent.of(new ByteArrayInputStream(new byte[8]), 3001));
    assertThat(absent.length(dataset)).isEqualTo(present.toBytes(dataset).length);
  }

  @Test
  void references_toBinaryValuesOnly_leadIntoWhatIsOpenedAgain() throws IOException {
    TestObject ct = TestStudies.ctSlices().get(0);
    Part10Reader reader = Part10Reader.create().referToBinaryValuesAbove(8);
    Dataset dataset =
        reader.read(new ByteArrayInputStream(ct.bytes()), URI.create("source:a")).dataset();
    BulkDataReference reference = dataset.bulkData(Tag.PixelData).orElseThrow();
    assertThat(reference.uri()).startsWith("source:a?offset=");
    int from = (int) reference.offset().orElseThrow();
    Dataset whole = Part10Reader.create().read(ct.bytes()).dataset();
    assertThat(Arrays.copyOfRange(ct.bytes(), from, from + (int) reference.length().orElseThrow()))
        .isEqualTo(whole.inlineBinary(Tag.PixelData).orElseThrow());
    for (Element element : dataset) {
      boolean binary = element.vr().kind() == VR.Kind.BINARY;
      assertThat(element instanceof BulkDataElement).as(element.toString()).isEqualTo(binary);
    }
    assertThat(dataset.string(Tag.SOPInstanceUID)).contains(ct.sopInstanceUid());
  }
}
