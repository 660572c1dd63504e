// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.dicom.BulkDataHandler;
import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.FragmentsElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.TextElement;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.error.DicomFormatException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DicomXmlWriterTest {
  private static String content(Dataset dataset) {
    String xml = DicomXmlWriter.create().toXml(dataset);
    String head =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<NativeDicomModel"
            + " xmlns=\"http://dicom.nema.org/PS3.19/models/NativeDICOM\" xml:space=\"preserve\">";
    assertThat(xml).startsWith(head).endsWith("</NativeDicomModel>\n");
    return xml.substring(head.length(), xml.length() - "</NativeDicomModel>\n".length());
  }

  @Test
  void toXml_anyDataset_isSortedAndAsInTheStandard() {
    Dataset item = Dataset.builder().put(Tag.PatientID, "1").build();
    Dataset dataset =
        Dataset.builder()
            .putSequence(Tag.RequestAttributesSequence, item, Dataset.empty())
            .put(Tag.PatientName, "Dôe^J^^^MD=山田^太郎\\")
            .put(Tag.ImageType, "ORIGINAL", "", "A<B")
            .put(Tag.AccessionNumber)
            .put(0x00080000, VR.UL, "4")
            .putInts(Tag.Rows, 512)
            .putBinary(Tag.EncapsulatedDocument, VR.OB, new byte[] {1, 2})
            .putBulkData(Tag.PixelData, VR.OW, BulkDataReference.of("../b?a=1&b=2"))
            .build();
    assertThat(content(dataset))
        .isEqualTo(
            "<DicomAttribute tag=\"00080008\" vr=\"CS\" keyword=\"ImageType\">"
                + "<Value number=\"1\">ORIGINAL</Value><Value number=\"2\"></Value>"
                + "<Value number=\"3\">A&lt;B</Value></DicomAttribute>"
                + "<DicomAttribute tag=\"00080050\" vr=\"SH\" keyword=\"AccessionNumber\"/>"
                + "<DicomAttribute tag=\"00100010\" vr=\"PN\" keyword=\"PatientName\">"
                + "<PersonName number=\"1\"><Alphabetic><FamilyName>Dôe</FamilyName>"
                + "<GivenName>J</GivenName><NameSuffix>MD</NameSuffix></Alphabetic>"
                + "<Ideographic><FamilyName>山田</FamilyName><GivenName>太郎\\</GivenName>"
                + "</Ideographic></PersonName></DicomAttribute>"
                + "<DicomAttribute tag=\"00280010\" vr=\"US\" keyword=\"Rows\">"
                + "<Value number=\"1\">512</Value></DicomAttribute>"
                + "<DicomAttribute tag=\"00400275\" vr=\"SQ\""
                + " keyword=\"RequestAttributesSequence\"><Item number=\"1\">"
                + "<DicomAttribute tag=\"00100020\" vr=\"LO\" keyword=\"PatientID\">"
                + "<Value number=\"1\">1</Value></DicomAttribute></Item>"
                + "<Item number=\"2\"></Item></DicomAttribute>"
                + "<DicomAttribute tag=\"00420011\" vr=\"OB\" keyword=\"EncapsulatedDocument\">"
                + "<InlineBinary>AQI=</InlineBinary></DicomAttribute>"
                + "<DicomAttribute tag=\"7FE00010\" vr=\"OW\" keyword=\"PixelData\">"
                + "<BulkData uri=\"../b?a=1&amp;b=2\"/></DicomAttribute>");
  }

  @Test
  void toXml_privateAttributes_areWrittenWithTheirCreator() {
    Dataset dataset =
        Dataset.builder()
            .put(0x00290010, VR.LO, "A \"1\"")
            .put(0x00290011, VR.LO, "A \"1\"")
            .put(0x00291001, VR.LO, "x")
            .put(0x00291000, VR.LO, "y")
            .put(0x00291101, VR.LO, "z")
            .put(0x00291201, VR.LO, "w")
            .build();
    assertThat(content(dataset))
        .contains("<DicomAttribute tag=\"00290010\" vr=\"LO\"><")
        .contains("<DicomAttribute tag=\"00290001\" vr=\"LO\" privateCreator=\"A &quot;1&quot;\">")
        .contains("<DicomAttribute tag=\"00291000\" vr=\"LO\"><")
        .contains("<DicomAttribute tag=\"00291101\" vr=\"LO\"><")
        .contains("<DicomAttribute tag=\"00291201\" vr=\"LO\"><");
  }

  @Test
  void toXml_charactersThatXmlDoesNotHave_areRefusedOrReplaced() {
    for (String text : List.of("a\fb", "a\u001Bb", "a\0b", "a\uFFFFb", "a\uD800b")) {
      Dataset item = Dataset.builder().put(TextElement.of(Tag.TextValue, VR.UT, text)).build();
      Dataset dataset = Dataset.builder().putSequence(Tag.ContentSequence, item).build();
      assertThatThrownBy(() -> DicomXmlWriter.create().toXml(dataset))
          .isInstanceOf(DicomFormatException.class)
          .hasMessageContaining("0040A730[0].0040A160");
      assertThat(DicomXmlWriter.create().replaceInvalidCharacters().toXml(dataset))
          .contains(">a\uFFFDb<");
    }
  }

  @Test
  void toXml_fragments_needAHandler() {
    Dataset dataset =
        Dataset.builder()
            .put(FragmentsElement.of(Tag.PixelData, VR.OB, List.of(new byte[0])))
            .build();
    assertThatThrownBy(() -> DicomXmlWriter.create().toXml(dataset))
        .isInstanceOf(DicomFormatException.class)
        .hasMessageContaining("7FE00010");
    assertThat(
            DicomXmlWriter.create()
                .bulkData(BulkDataHandler.referAbove(10, path -> "bulk/" + path))
                .toXml(dataset))
        .contains("<BulkData uri=\"bulk/7FE00010\"/>");
  }
}
