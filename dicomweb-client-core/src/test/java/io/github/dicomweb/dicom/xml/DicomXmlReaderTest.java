// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.error.DicomFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DicomXmlReaderTest {
  private static final String NAMESPACE =
      " xmlns=\"http://dicom.nema.org/PS3.19/models/NativeDICOM\"";
  private static final String CONTENT =
      """
      <DicomAttribute tag="00080008" vr="CS" keyword="ImageType"><Value number="1">ORIGINAL</Value>
        <Value number="3">AXIAL</Value></DicomAttribute>
      <DicomAttribute tag="00080050" vr="SH"/>
      <DicomAttribute tag="00100010" vr="PN"><PersonName number="1">
        <Alphabetic><FamilyName>Dôe</FamilyName><NameSuffix>MD</NameSuffix></Alphabetic>
        <Ideographic><FamilyName>山田</FamilyName><GivenName>太郎</GivenName></Ideographic>
      </PersonName></DicomAttribute>
      <DicomAttribute tag="00280010" vr="US"><Value number="1">512</Value></DicomAttribute>
      <DicomAttribute tag="00324000" vr="LT"><Value number="1">a &lt; b</Value></DicomAttribute>
      <DicomAttribute tag="00400275" vr="SQ">
        <Item number="1"><DicomAttribute tag="00400009" vr="SH"><Value number="1">S1</Value></DicomAttribute></Item>
        <Item number="2"/>
      </DicomAttribute>
      <DicomAttribute tag="00420011" vr="OB"><InlineBinary>AQ
        ID</InlineBinary></DicomAttribute>
      <DicomAttribute tag="7FE00010" vr="OW"><BulkData uri="../bulk/1"/></DicomAttribute>
      """;

  private static DicomXmlReader reader(String content, String attributes) {
    String xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><NativeDicomModel"
            + attributes
            + ">"
            + content
            + "</NativeDicomModel>";
    return DicomXmlReader.from(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static Dataset deviating(String content) throws IOException {
    DicomXmlReader reader = reader(content, "");
    Dataset dataset = reader.read();
    assertThat(reader.warnings()).isNotEmpty().hasSize((int) reader.warningCount());
    assertThatThrownBy(() -> reader(content, "").strict().read())
        .isInstanceOf(DicomFormatException.class);
    return dataset;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", NAMESPACE, " xml:space=\"preserve\"" + NAMESPACE})
  void read_aModel_withAndWithoutNamespace(String attributes) throws IOException {
    Dataset dataset = reader(CONTENT, attributes).strict().read();
    assertThat(dataset.size()).isEqualTo(8);
    assertThat(dataset.strings(Tag.ImageType)).containsExactly("ORIGINAL", "", "AXIAL");
    assertThat(dataset.contains(Tag.AccessionNumber)).isTrue();
    assertThat(dataset.string(Tag.PatientName)).contains("Dôe^^^^MD=山田^太郎");
    assertThat(dataset.intValue(Tag.Rows)).hasValue(512);
    assertThat(dataset.string(0x00324000)).contains("a < b");
    assertThat(dataset.sequence(Tag.RequestAttributesSequence)).hasSize(2);
    assertThat(dataset.string("RequestAttributesSequence.ScheduledProcedureStepID")).contains("S1");
    assertThat(dataset.inlineBinary(Tag.EncapsulatedDocument).orElseThrow())
        .containsExactly(1, 2, 3);
    assertThat(dataset.bulkData(Tag.PixelData).orElseThrow().uri()).isEqualTo("../bulk/1");
  }

  @Test
  void read_bulkDataAsOrthancWritesIt_isRead() throws IOException {
    Dataset dataset =
        deviating("<DicomAttribute tag='7fe00010' vr='OW'><BulkData URI='b/1'/></DicomAttribute>");
    assertThat(dataset.bulkData(Tag.PixelData).orElseThrow().uri()).isEqualTo("b/1");
  }

  @Test
  void read_textOfLines_keepsItsLineBreaks() throws IOException {
    Dataset dataset =
        reader(
                "<DicomAttribute tag='00324000' vr='LT'><Value number='1'> a&#13;&#10;\n b&#13;&#10; </Value></DicomAttribute>"
                    + "<DicomAttribute tag='00080008' vr='CS'><Value number='1'>\n  AXIAL\n</Value></DicomAttribute>",
                "")
            .strict()
            .read();
    assertThat(dataset.string(0x00324000)).contains(" a\r\n\n b\r\n");
    assertThat(dataset.string(Tag.ImageType)).contains("AXIAL");
  }

  @Test
  void read_bulkDataByUuid_isAUrn() throws IOException {
    Dataset dataset =
        reader("<DicomAttribute tag='7FE00010' vr='OW'><BulkData uuid='1-2'/></DicomAttribute>", "")
            .strict()
            .read();
    assertThat(dataset.bulkData(Tag.PixelData).orElseThrow().uri()).isEqualTo("urn:uuid:1-2");
  }

  @Test
  void read_strayValueInASequence_keepsTheItems() throws IOException {
    Dataset dataset =
        deviating(
            "<DicomAttribute tag='00400275' vr='SQ'><Item number='1'><DicomAttribute tag='00400009'"
                + " vr='SH'><Value number='1'>S</Value></DicomAttribute></Item><Value number='1'/>"
                + "</DicomAttribute>");
    assertThat(dataset.string("RequestAttributesSequence.ScheduledProcedureStepID")).contains("S");
  }

  @Test
  void read_oddAttributes_neverCostTheirNeighbours() throws IOException {
    Dataset dataset =
        deviating(
            "<DicomAttribute vr='LO'><Value number='1'>lost</Value></DicomAttribute>"
                + "<Other><Deep/></Other>"
                + "<DicomAttribute tag='00100000' vr='UL'><Value number='1'>4</Value></DicomAttribute>"
                + "<DicomAttribute tag='00280010' vr='US'><Value number='1'>many</Value></DicomAttribute>"
                + "<DicomAttribute tag='00280011' vr='US'><Value number='x'>7</Value></DicomAttribute>"
                + "<DicomAttribute tag='00100010' vr='PN'><Value number='1'>Doe^J</Value></DicomAttribute>"
                + "<DicomAttribute tag='00420011' vr='OB'><InlineBinary>#</InlineBinary></DicomAttribute>"
                + "<DicomAttribute tag='7FE00010' vr='OW'><BulkData/></DicomAttribute>"
                + "<DicomAttribute tag='00091001' vr='UN'><Value number='1'>x</Value></DicomAttribute>"
                + "<DicomAttribute tag='00100020'><Value number='1'>42</Value></DicomAttribute>");
    assertThat(dataset.string(Tag.PatientID)).contains("42");
    assertThat(dataset.intValue(Tag.Columns)).hasValue(7);
    assertThat(dataset.string(Tag.PatientName)).contains("Doe^J");
    assertThat(dataset.string(0x00091001)).contains("x");
    assertThat(dataset.contains(Tag.Rows)).isTrue();
    assertThat(dataset.size()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<DicomAttribute tag='00100020' vr='lo'><Value number='1'>42</Value></DicomAttribute>",
        "<DicomAttribute tag='00100020' vr='ZZ'><Value number='1'>42</Value></DicomAttribute>",
        "<DicomAttribute tag='00100020' vr='LO'><Value number='1'>1</Value></DicomAttribute>"
            + "<DicomAttribute tag='00100020' vr='LO'><Value number='1'>42</Value></DicomAttribute>"
      })
  void read_oddVrsAndATagThatOccursAgain_isReported(String content) throws IOException {
    assertThat(deviating(content).string(Tag.PatientID)).contains("42");
  }

  // attributes that share a number and differ by creator leave no order for PS3.19 to ask for
  @Test
  void read_attributesInAnyOrder_isNoDeviation() throws IOException {
    Dataset dataset =
        reader(
                "<DicomAttribute tag='00280010' vr='US'><Value number='1'>5</Value></DicomAttribute>"
                    + "<DicomAttribute tag='00100020' vr='LO'><Value number='1'>4</Value></DicomAttribute>",
                "")
            .strict()
            .read();
    assertThat(dataset.intValue(Tag.Rows)).hasValue(5);
    assertThat(dataset.string(Tag.PatientID)).contains("4");
  }

  @Test
  void read_privateAttributesWithoutABlock_getThatOfTheirCreator() throws IOException {
    Dataset dataset =
        reader(
                "<DicomAttribute tag='00090010' vr='LO'><Value number='1'>ACME</Value></DicomAttribute>"
                    + "<DicomAttribute tag='00090001' vr='LO' privateCreator='ACME'><Value number='1'>a</Value></DicomAttribute>"
                    + "<DicomAttribute tag='00090001' vr='LO' privateCreator='OTHER'><Value number='1'>b</Value></DicomAttribute>"
                    + "<DicomAttribute tag='00091005' vr='LO' privateCreator='ACME'><Value number='1'>c</Value></DicomAttribute>",
                "")
            .strict()
            .read();
    assertThat(dataset.string(0x00091001)).contains("a");
    assertThat(dataset.string(0x00090011)).contains("OTHER");
    assertThat(dataset.string(0x00091101)).contains("b");
    assertThat(dataset.string(0x00091005)).contains("c");
    assertThat(dataset.privateElement("OTHER", 0x00090001)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "<Other/>",
        "<NativeDicomModel>",
        "<!DOCTYPE a [<!ENTITY e \"Smith\">]><NativeDicomModel>&e;</NativeDicomModel>",
        "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><NativeDicomModel/>",
        // the parser of the JDK looks for a message that it does not have
        "<!DOCTYPE a [<!ENTITY\u0001 e \"Smith\">]><NativeDicomModel>&e;</NativeDicomModel>",
        "<NativeDicomModel>&undefined;</NativeDicomModel>",
        "<NativeDicomModel/><Smith/>"
      })
  void read_whatIsNoModel_isATypedError(String xml) throws IOException {
    try (DicomXmlReader reader =
        DicomXmlReader.from(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))) {
      assertThatThrownBy(reader::read)
          .isInstanceOf(DicomFormatException.class)
          .hasNoCause()
          .hasMessageNotContaining("Smith");
    }
  }

  @Test
  void read_failingStream_passesTheFailureOn() {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("reset");
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            throw new IOException("reset");
          }
        };
    assertThatThrownBy(() -> DicomXmlReader.from(failing).read())
        .isInstanceOf(IOException.class)
        .hasMessage("reset");
  }

  @Test
  void read_nestedTenThousandDeep_isATypedError() {
    String open = "<DicomAttribute tag='00400275' vr='SQ'><Item number='1'>";
    String xml =
        "<NativeDicomModel>"
            + open.repeat(10_000)
            + "</Item></DicomAttribute>".repeat(10_000)
            + "</NativeDicomModel>";
    for (Limits limits :
        new Limits[] {Limits.defaults(), Limits.defaults().withDepth(Integer.MAX_VALUE)}) {
      InputStream in = new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
      assertThatThrownBy(() -> DicomXmlReader.from(in, limits).read())
          .isInstanceOf(DicomFormatException.class);
    }
  }

  @Test
  void read_moreThanALimit_isATypedError() {
    byte[] xml =
        ("<NativeDicomModel>" + CONTENT + "</NativeDicomModel>").getBytes(StandardCharsets.UTF_8);
    Limits limits = Limits.defaults();
    for (Limits small :
        new Limits[] {
          limits.withElements(3), limits.withStringLength(3).withInlineBytes(3), limits.withDepth(1)
        }) {
      assertThatThrownBy(() -> DicomXmlReader.from(new ByteArrayInputStream(xml), small).read())
          .isInstanceOf(DicomFormatException.class);
    }
  }

  @Test
  void read_bytesChangedAtRandom_throwsNothingButTheTypedError() throws IOException {
    byte[] good =
        ("<NativeDicomModel>" + CONTENT + "</NativeDicomModel>").getBytes(StandardCharsets.UTF_8);
    Random random = new Random(42);
    int read = 0;
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = i % 2 == 0 ? good.clone() : Arrays.copyOf(good, random.nextInt(good.length));
      if (bytes.length > 0) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try (DicomXmlReader reader = DicomXmlReader.from(new ByteArrayInputStream(bytes))) {
        read += reader.read().size() > 0 ? 1 : 0;
      } catch (DicomFormatException e) {
        assertThat(e.getMessage()).doesNotContain("ORIGINAL", "512");
      }
    }
    assertThat(read).isPositive();
  }
}
