// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.json;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.error.DicomFormatException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What servers really write, each between two good attributes that must survive it. */
class DeviationsTest {
  private static Dataset read(String attribute, boolean deviates) throws IOException {
    String json =
        "[{\"00080005\":{\"vr\":\"CS\",\"Value\":[\"ISO_IR 192\"]},"
            + attribute.replace('\'', '"')
            + ",\"7FE00010\":{\"vr\":\"OW\",\"BulkDataURI\":\"b\"}}]";
    try (DicomJsonReader reader = DicomJsonReader.from(new StringReader(json))) {
      Dataset dataset = requireNonNull(reader.next());
      assertThat(reader.next()).isNull();
      assertThat(dataset.string(Tag.SpecificCharacterSet)).contains("ISO_IR 192");
      assertThat(dataset.bulkData(Tag.PixelData)).isPresent();
      assertThat(reader.warningCount() > 0).isEqualTo(deviates);
      assertThat(reader.warnings()).allMatch(w -> w.location().startsWith("/0"));
      if (deviates) {
        try (DicomJsonReader strict = DicomJsonReader.from(new StringReader(json)).strict()) {
          assertThatThrownBy(strict::next).isInstanceOf(DicomFormatException.class);
        }
      }
      return dataset;
    }
  }

  private static Dataset deviating(String attribute) throws IOException {
    return read(attribute, true);
  }

  private static Dataset conforming(String attribute) throws IOException {
    return read(attribute, false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'00100020':{'vr':'LO','Value':null}",
        "'00100020':{'vr':'LO','Value':[]}",
        "'00100020':{'vr':'LO','Value':['']}",
        "'00100020':{'vr':'LO','Value':[null]}",
        "'00280010':{'vr':'US','Value':[null]}",
        "'00280010':{'vr':'US','Value':['']}",
        "'00280010':{'vr':'US','Value':['many']}",
        "'00280010':{'vr':'US','Value':[1.5]}",
        "'00280010':{'vr':'US','Value':[true]}",
        "'00280010':{'vr':'US','Value':[{}]}",
        "'00280010':{'vr':'US','Value':[[1]]}",
        "'00100010':{'vr':'PN','Value':[{'Alphabetic':null}]}",
        "'00100010':{'vr':'PN','Value':[{'Alphabetic':['Doe']}]}",
        "'00100010':{'vr':'PN','Value':[{}]}",
        "'00100010':{'vr':'PN','Value':[true]}",
        "'00091001':{'vr':'UN','InlineBinary':null}",
        "'00091001':{'vr':'UN','InlineBinary':7}",
        "'00091001':{'vr':'UN','InlineBinary':'#*#'}",
        "'00091001':{'vr':'UN','InlineBinary':[null]}",
        "'00091001':{'vr':'UN','BulkDataURI':null}",
        "'00091001':{'vr':'UN','BulkDataURI':''}",
        "'00091001':{'vr':'UN','BulkDataURI':{'a':1}}",
        "'00091001':{'vr':'OB','Value':[300]}",
        "'00091001':{'vr':'OB','Value':['a','b']}",
        "'00400275':{'vr':'SQ','Value':['x']}",
        "'00400275':{'vr':'SQ','Value':[null]}",
        "'00400275':{'vr':'SQ','Value':null}",
        "'00100020':null",
        "'00100020':{'vr':'LO','Value':[{'00100010':{'vr':'PN'}}]}",
      })
  void value_thatCannotBeUnderstood_leavesTheAttributeEmpty(String attribute) throws IOException {
    Dataset dataset = deviating(attribute);
    assertThat(dataset.size()).isEqualTo(3);
    assertThat(dataset.stream().filter(Element::isEmpty)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'00100020':{'vr':'LO','Value':'x'} | 00100020 | x",
        "'00280010':{'vr':'US','Value':512} | 00280010 | 512",
        "'00100010':{'vr':'PN','Value':{'Alphabetic':'Doe'}} | 00100010 | Doe",
        "'00100010':{'vr':'PN','Value':['Doe^J']} | 00100010 | Doe^J",
        "'00100010':{'vr':'PN','Value':[7]} | 00100010 | 7",
        "'00100010':{'vr':'PN','Value':[{'Alphabetic':7}]} | 00100010 | 7",
        "'00100010':{'vr':'PN','Value':[{'Alphabetic':'Doe','Other':'x'}]} | 00100010 | Doe",
        "'00280010':{'vr':'US','Value':['512']} | 00280010 | 512",
        "'00180088':{'vr':'FD','Value':['1.5']} | 00180088 | 1.5",
        "'00200013':{'vr':'IS','Value':[5.0]} | 00200013 | 5",
        "'00200013':{'vr':'IS','Value':[1e2]} | 00200013 | 100",
        "'00200013':{'vr':'IS','Value':[5.5]} | 00200013 | 5.5",
        "'00100020':{'vr':'LO','Value':[17]} | 00100020 | 17",
        "'00100020':{'vr':'LO','Value':[true]} | 00100020 | true",
        "'00100020':{'vr':'LO','Value':[{'Alphabetic':'x'}]} | 00100020 | x",
        "'00180088':{'vr':'FD','Value':['NaN']} | 00180088 | NaN",
        "'00180088':{'vr':'FD','Value':['Infinity']} | 00180088 | Infinity",
        "'00180088':{'vr':'FL','Value':['-Infinity']} | 00180088 | -Infinity",
        "'00180088':{'vr':'FD','Value':[NaN]} | 00180088 | NaN",
        "'00180088':{'vr':'FD','Value':[1e999]} | 00180088 | Infinity",
        "'00180088':{'vr':'DS','Value':[-Infinity]} | 00180088 | -Infinity",
        "'StudyDate':{'vr':'DA','Value':['20260101']} | 00080020 | 20260101",
        "'0020000d':{'vr':'UI','Value':['1.2']} | 0020000D | 1.2",
        "'0020,000D':{'vr':'UI','Value':['1.2']} | 0020000D | 1.2",
        "'00100020':{'Value':['x']} | 00100020 | x",
        "'00100020':{'vr':'','Value':['x']} | 00100020 | x",
        "'00100020':{'vr':null,'Value':['x']} | 00100020 | x",
        "'00100020':{'vr':'lo','Value':['x']} | 00100020 | x",
        "'00100020':{'vr':'ZZ','Value':['x']} | 00100020 | x",
        "'00091001':{'vr':'UN','Value':['x']} | 00091001 | x",
        "'00091001':{'Value':[7]} | 00091001 | 7",
        "'00091001':{'Value':[1.5]} | 00091001 | 1.5",
        "'00091001':{'Value':[{'Alphabetic':'Doe'}]} | 00091001 | Doe",
        "'00100020':'x' | 00100020 | x",
        "'00280010':512 | 00280010 | 512",
        "'00100020':['x'] | 00100020 | x",
        "'00100020':{'vr':'LO','keyword':'PatientID','Value':['x']} | 00100020 | x",
        "'00100020':{'vr':'LO','Value':['y'],'Value':['x']} | 00100020 | x",
        "'00100020':{'vr':'LO','Value':['x'],'BulkDataURI':'b'} | 00100020 | x",
        "'00280009':{'vr':'AT','Value':['0018106a']} | 00280009 | 0018106A",
        "'00280009':{'vr':'AT','Value':['0018,1063']} | 00280009 | 00181063",
        "'unknown':{'a':[{'b':1}]},'00100020':{'vr':'LO','Value':['x']} | 00100020 | x",
        "'00100000':{'vr':'UL','Value':[4]},'00100020':{'vr':'LO','Value':['x']} | 00100020 | x",
        "'00100020':{'vr':'LO','Value':['y']},'00100020':{'vr':'LO','Value':['x']} | 00100020 | x",
        "'00091001':{'vr':'OB','InlineBinary':7,'vr':'LO','Value':['x']} | 00091001 | x",
      })
  void value_ofAnotherShape_isReadAsWhatItMeans(String attribute, String path, String text)
      throws IOException {
    assertThat(deviating(attribute).string(path)).contains(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'00200013':{'vr':'IS','Value':[5]} | 00200013 | 5",
        "'00200013':{'vr':'IS','Value':['05']} | 00200013 | 05",
        "'00180050':{'vr':'DS','Value':[1.50]} | 00180050 | 1.50",
        "'00180050':{'vr':'DS','Value':['+1.50']} | 00180050 | +1.50",
        "'0072008B':{'vr':'UV','Value':['18446744073709551615']} | 0072008B | 18446744073709551615",
        "'0072008B':{'vr':'UV','Value':[18446744073709551615]} | 0072008B | 18446744073709551615",
        "'00720082':{'vr':'SV','Value':['-9223372036854775808']} | 00720082 | -9223372036854775808",
        "'00720082':{'vr':'SV','Value':[-9223372036854775808]} | 00720082 | -9223372036854775808",
        "'00200013':{'vr':'IS','Value':['5']} | 00200013 | 5",
        "'00180050':{'vr':'DS','Value':['1.5']} | 00180050 | 1.5",
        "'00100020':{'vr':'LO','Value':['a\\\\b']} | 00100020 | a\\b",
        "'00280010':{'vr':'US','Value':[512.0]} | 00280010 | 512",
        "'00180088':{'vr':'FL','Value':[0.10000000149011612]} | 00180088 | 0.1",
        "'00180088':{'Value':[1],'vr':'FD'} | 00180088 | 1",
        "'00091001':{'Value':['x'],'vr':'LO'} | 00091001 | x",
        "'00091001':{'Value':[1.50],'vr':'DS'} | 00091001 | 1.50",
        "'00100020':{'vr':'LO','Value':[' x ']} | 00100020 | x",
        "'0020000D':{'vr':'UI','Value':['1.2\\u0000']} | 0020000D | 1.2",
      })
  void value_allowedByTheStandard_isReadWithoutAWarning(String attribute, String path, String text)
      throws IOException {
    assertThat(conforming(attribute).string(path)).contains(text);
  }

  @Test
  void values_withNullAmongThem_keepTheirPlaces() throws IOException {
    Dataset dataset =
        conforming(
            "'00080008':{'vr':'CS','Value':['ORIGINAL',null,'AXIAL']},"
                + "'00101001':{'vr':'PN','Value':[{'Alphabetic':'A'},null]},"
                + "'00189073':{'vr':'FD','Value':[1,null,3]}");
    assertThat(dataset.strings(Tag.ImageType)).containsExactly("ORIGINAL", "", "AXIAL");
    assertThat(dataset.personNames(Tag.OtherPatientNames)).hasSize(2);
    assertThat(dataset.doubleValues(Tag.AcquisitionDuration)).containsExactly(1, Double.NaN, 3);
    assertThat(dataset.strings(Tag.AcquisitionDuration)).containsExactly("1", "", "3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'00091001':{'vr':'OB','Value':[1,255,2]} | 01ff02",
        "'00091001':{'vr':'OW','Value':[258]} | 0201",
        "'00091001':{'vr':'OF','Value':[1.0]} | 0000803f",
        "'00091001':{'vr':'OD','Value':[1]} | 000000000000f03f",
        "'00091001':{'vr':'OL','Value':[-1]} | ffffffff",
        "'00091001':{'vr':'OV','Value':[1]} | 0100000000000000",
        "'00091001':{'vr':'OB','Value':['AQI=']} | 0102",
        "'00091001':{'vr':'OB','InlineBinary':['AQI=']} | 0102",
        "'00091001':{'vr':'OB','InlineBinary':['AQI=','Aw==']} | 010203",
        "'00091001':{'vr':'OB','InlineBinary':'AQI'} | 0102",
        "'00091001':{'vr':'OB','InlineBinary':'_-8='} | ffef",
        "'00091001':{'vr':'OB','InlineBinary':'AQ\\r\\nI='} | 0102",
        "'00091001':{'vr':'LO','InlineBinary':'AQI='} | 0102",
      })
  void binary_ofAnotherShape_isReadAsBytes(String attribute, String hex) throws IOException {
    byte[] bytes = deviating(attribute).inlineBinary(0x00091001).orElseThrow();
    assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(hex);
  }

  @Test
  void bulkDataUri_inAnArray_isRead() throws IOException {
    Dataset dataset = deviating("'00091001':{'vr':'OB','BulkDataURI':['u','v']}");
    assertThat(dataset.bulkData(0x00091001).orElseThrow().uri()).isEqualTo("u");
  }

  @Test
  void sequence_withAStrayValue_keepsItsItems() throws IOException {
    Dataset dataset =
        deviating("'00400275':{'vr':'SQ','Value':[{'00400009':{'vr':'SH','Value':['S']}},7]}");
    assertThat(dataset.string("RequestAttributesSequence[0].ScheduledProcedureStepID"))
        .contains("S");
    assertThat(dataset.sequence(Tag.RequestAttributesSequence)).hasSize(1);
  }

  @Test
  void sequence_underUn_isASequence() throws IOException {
    Dataset dataset = deviating("'00091001':{'vr':'UN','Value':[{'00400009':{'vr':'SH'}}]}");
    assertThat(dataset.sequence(0x00091001)).hasSize(1);
  }

  @Test
  void dataFragment_ofDcm4che_isReadAsFragments() throws IOException {
    Dataset dataset =
        deviating("'00091001':{'vr':'OB','DataFragment':[null,{'InlineBinary':'AQI='}]}");
    assertThat(dataset.element(0x00091001).orElseThrow().count()).isEqualTo(2);
    Dataset references =
        deviating("'00091001':{'vr':'OB','DataFragment':[null,{'BulkDataURI':'u'}]}");
    assertThat(references.element(0x00091001).orElseThrow().isEmpty()).isTrue();
  }

  @Test
  void attributes_outOfOrder_areReportedOnceForEachDataset() throws IOException {
    String item =
        "{'00400009':{'vr':'SH','Value':['S']},'00400008':{'vr':'SQ'},'00400007':{'vr':'LO'}}";
    String json =
        ("[{'00400275':{'vr':'SQ','Value':[{},"
                + item
                + "]},'00100020':{'vr':'LO','Value':['x']}},{}]")
            .replace('\'', '"');
    try (DicomJsonReader reader = DicomJsonReader.from(new StringReader(json))) {
      Dataset dataset = requireNonNull(reader.next());
      assertThat(dataset.string(Tag.PatientID)).contains("x");
      assertThat(dataset.sequence(Tag.RequestAttributesSequence).get(1).size()).isEqualTo(3);
      assertThat(reader.warnings())
          .extracting("location")
          .containsExactly("/0/00400275/Value/1/00400008", "/0/00100020");
    }
    try (DicomJsonReader strict = DicomJsonReader.from(new StringReader(json)).strict()) {
      assertThatThrownBy(strict::next)
          .isInstanceOf(DicomFormatException.class)
          .hasMessageContaining("order");
    }
  }

  // the text of JSON is UTF-8 whatever the attribute names, so a name changes nothing here
  @Test
  void characterSet_thatIsNotKnown_isNoDeviation() throws IOException {
    String json =
        "{\"00080005\":{\"vr\":\"CS\",\"Value\":[\"ISO_IR 999\"]},"
            + "\"00100020\":{\"vr\":\"LO\",\"Value\":[\"\u00fc\"]}}";
    try (DicomJsonReader strict = DicomJsonReader.from(new StringReader(json)).strict()) {
      assertThat(requireNonNull(strict.next()).string(Tag.PatientID)).contains("\u00fc");
    }
  }

  @Test
  void result_thatIsNoObject_isLeftOut() throws IOException {
    try (DicomJsonReader reader = DicomJsonReader.from(new StringReader("[null,{},7,[{}],{}]"))) {
      assertThat(reader.readAll()).hasSize(2);
      assertThat(reader.warnings()).extracting("location").containsExactly("/0", "/2", "/3");
    }
  }

  @Test
  void warning_inAnItem_hasAJsonPointer() throws IOException {
    String json =
        "{\"00400275\":{\"vr\":\"SQ\",\"Value\":[{},{\"00400009\":{\"vr\":\"SH\",\"Value\":[]}}]}}";
    try (DicomJsonReader reader = DicomJsonReader.from(new StringReader(json))) {
      assertThat(reader.next()).isNotNull();
      assertThat(reader.warnings())
          .singleElement()
          .extracting("location")
          .isEqualTo("/00400275/Value/1/00400009");
    }
  }

  @Test
  void strict_aDeviation_isAnErrorWithAPointer() throws IOException {
    String json = "[{\"00100020\":{\"vr\":\"LO\",\"Value\":[17]}}]";
    try (DicomJsonReader reader = DicomJsonReader.from(new StringReader(json)).strict()) {
      assertThatThrownBy(reader::next)
          .isInstanceOfSatisfying(
              DicomFormatException.class,
              e -> assertThat(e.location()).isEqualTo(Optional.of("/0/00100020")));
    }
  }

  @Test
  void base64_ofEveryLength_isDecodedAsJavaDoes() throws IOException {
    for (int length = 1; length < 50; length++) {
      byte[] bytes =
          "é-\u00ff0123456789abcdefghijklmnopqrstuvwxyz0123456789xyz"
              .substring(0, length)
              .getBytes(StandardCharsets.ISO_8859_1);
      String json =
          "'00091001':{'vr':'OB','InlineBinary':'"
              + Base64.getEncoder().encodeToString(bytes)
              + "'}";
      assertThat(conforming(json).inlineBinary(0x00091001).orElseThrow()).isEqualTo(bytes);
    }
  }
}
