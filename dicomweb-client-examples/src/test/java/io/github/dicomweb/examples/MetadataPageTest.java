// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.dicom.BulkDataElement;
import io.github.dicomweb.dicom.BulkDataHandler;
import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.dicom.CodedConcept;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.DatasetDump;
import io.github.dicomweb.dicom.Deviation;
import io.github.dicomweb.dicom.DicomDate;
import io.github.dicomweb.dicom.Dictionary;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.PersonName;
import io.github.dicomweb.dicom.SequenceElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.dicom.Uids;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.dicom.json.DicomJsonReader;
import io.github.dicomweb.dicom.json.DicomJsonWriter;
import io.github.dicomweb.dicom.part10.Part10File;
import io.github.dicomweb.dicom.part10.Part10Header;
import io.github.dicomweb.dicom.part10.Part10HeaderReader;
import io.github.dicomweb.dicom.part10.Part10Reader;
import io.github.dicomweb.dicom.part10.Part10Writer;
import io.github.dicomweb.dicom.xml.DicomXmlReader;
import io.github.dicomweb.dicom.xml.DicomXmlWriter;
import io.github.dicomweb.error.DicomFormatException;
import io.github.dicomweb.testdata.TestStudies;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The code of docs/metadata.md. */
class MetadataPageTest extends PageTest {
  private Path file = Path.of("");
  private Dataset radiograph = Dataset.empty();

  @BeforeEach
  void read() throws IOException {
    file = directory.resolve("radiograph.dcm");
    Files.write(file, TestStudies.privateAndNested().bytes());
    radiograph = Part10Reader.create().read(file).orThrow().dataset();
  }

  @Test
  void values_areRead() {
    Dataset slice = client.retrieveMetadata(studyUid, seriesUid, sopInstanceUid).execute().get(0);
    String modality = slice.string(Tag.Modality).orElse("?");
    OptionalInt rows = slice.intValue(Tag.Rows);
    double[] spacing = slice.doubleValues(Tag.PixelSpacing);
    Optional<LocalDate> day = slice.date(Tag.StudyDate);
    Optional<PersonName> patient = slice.personName(Tag.PatientName);
    List<String> kinds = slice.strings(Tag.ImageType);
    System.out.println(modality + " of " + day.orElseThrow() + ", " + rows.orElse(0) + " rows");

    assertThat(printed()).containsExactly("CT of 2026-01-15, 96 rows");
    assertThat(spacing).containsExactly(2.2, 2.2);
    assertThat(patient).isPresent();
    assertThat(kinds).containsExactly("ORIGINAL", "PRIMARY", "AXIAL");
    assertThatThrownBy(() -> slice.intValue(Tag.Modality))
        .isInstanceOf(DicomFormatException.class)
        .hasMessageNotContaining("CT");
  }

  @Test
  void paths_leadIntoSequences() {
    String step =
        radiograph.string("RequestAttributesSequence[0].ScheduledProcedureStepID").orElseThrow();
    Optional<CodedConcept> region = radiograph.code(Tag.AnatomicRegionSequence);
    for (Dataset item : radiograph.sequence(Tag.RequestAttributesSequence)) {
      item.codes(Tag.ScheduledProtocolCodeSequence).stream()
          .flatMap(code -> code.meaning().stream())
          .forEach(System.out::println);
    }
    assertThat(step).isEqualTo("SPS1");
    assertThat(region.orElseThrow().is("85562004", "SCT")).isTrue();
    assertThat(printed()).containsExactly("Hand p.a. größer", "zweite Größe");
  }

  @Test
  void names_haveGroups() {
    PersonName name = PersonName.parse("Yamada^Tarou=山田^太郎=やまだ^たろう");
    String family = name.alphabetic().map(PersonName.Group::familyName).orElse("");
    String ideographic = name.ideographic().map(PersonName.Group::familyName).orElse("");
    assertThat(List.of(family, ideographic)).containsExactly("Yamada", "山田");
  }

  @Test
  void dates_areAsPreciseAsTheyWereWritten() {
    DicomDate month = DicomDate.parse("202601");
    System.out.println(month.earliest() + " to " + month.latest());
    assertThat(printed()).containsExactly("2026-01-01 to 2026-01-31");
  }

  @Test
  void privateAttributes_areFoundByTheirCreator() {
    Optional<Element> note = radiograph.privateElement("DICOMWEB TEST 1.0", 0x00290001);
    assertThat(note.orElseThrow().strings()).containsExactly("privat: Übung");
  }

  @Test
  void bulkData_isReferredTo() {
    Dataset slice = client.retrieveMetadata(studyUid, seriesUid, sopInstanceUid).execute().get(0);
    Optional<BulkDataReference> pixels = slice.bulkData(Tag.PixelData);
    byte[] bytes = client.retrieveBulkData(pixels.orElseThrow()).readAllBytes();
    assertThat(bytes).hasSize(2 * 96 * 96);
  }

  @Test
  void elements_areWalked() {
    count(radiograph);
    assertThat(printed()).containsExactly("00291002 OB", "00291005 UN", "7FE00010 OW");
  }

  private void count(Dataset dataset) {
    for (Element element : dataset) {
      if (element instanceof SequenceElement sequence) {
        sequence.items().forEach(this::count);
      } else if (element.vr().kind() == VR.Kind.BINARY || element instanceof BulkDataElement) {
        System.out.println(Tags.toHex(element.tag()) + " " + element.vr());
      }
    }
  }

  @Test
  void datasets_areBuiltAndChanged() {
    Dataset changed =
        radiograph.toBuilder()
            .put(Tag.SOPInstanceUID, Uids.newUid())
            .put(Tag.SeriesDescription, "Hand p.a.")
            .putInts(Tag.InstanceNumber, 4)
            .putPersonName(Tag.OperatorsName, PersonName.of("Doe^Jane"))
            .putCodes(Tag.AnatomicRegionSequence, CodedConcept.of("69536005", "SCT", "Head"))
            .remove(Tag.PatientComments)
            .build();
    assertThat(changed.intValue(Tag.InstanceNumber)).hasValue(4);
    assertThat(changed.code(Tag.AnatomicRegionSequence).orElseThrow().value())
        .isEqualTo("69536005");
    assertThat(radiograph.intValue(Tag.InstanceNumber)).hasValue(1);
  }

  @Test
  void dictionary_isThere() {
    VR vr = Dictionary.vrOf(Tag.PatientName);
    OptionalInt tag = Dictionary.tagOf("PatientName");
    String name = Uids.name("1.2.840.10008.5.1.4.1.1.2");
    assertThat(vr).isSameAs(VR.PN);
    assertThat(tag).hasValue(Tag.PatientName);
    assertThat(name).isEqualTo("CT Image Storage");
  }

  @Test
  void files_areReadAndWritten() throws IOException {
    Part10File read = Part10Reader.create().read(file);
    read.problem().ifPresent(damage -> System.out.println(damage.getMessage()));
    Dataset dataset = read.dataset();
    try (OutputStream out = Files.newOutputStream(directory.resolve("copy.dcm"))) {
      Part10Writer.create().write(read, out);
    }
    Part10Header header = Part10HeaderReader.read(directory.resolve("copy.dcm"));
    assertThat(header.sopInstanceUid()).isEqualTo(dataset.string(Tag.SOPInstanceUID));
    assertThat(printed()).isEmpty();
  }

  @Test
  void json_isReadAndWritten() throws IOException {
    Path json = directory.resolve("metadata.json");
    List<Dataset> datasets = new ArrayList<>(List.of(radiograph, radiograph));
    try (DicomJsonWriter writer = DicomJsonWriter.to(Files.newOutputStream(json)).beginArray()) {
      writer.bulkData(BulkDataHandler.referAbove(1024, path -> "bulk/" + path));
      for (Dataset dataset : datasets) {
        writer.write(dataset);
      }
    }
    try (DicomJsonReader reader = DicomJsonReader.from(Files.newInputStream(json))) {
      for (Dataset next = reader.next(); next != null; next = reader.next()) {
        System.out.println(next.bulkData(Tag.PixelData).orElseThrow().uri());
      }
    }
    assertThat(printed()).containsExactly("bulk/7FE00010", "bulk/7FE00010");
  }

  @Test
  void xml_isReadAndWritten() throws IOException {
    String xml = DicomXmlWriter.create().toXml(radiograph);
    InputStream in = new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
    try (DicomXmlReader reader = DicomXmlReader.from(in)) {
      Dataset same = reader.read();
      assertThat(same.personName(Tag.PatientName))
          .isEqualTo(radiograph.personName(Tag.PatientName));
    }
  }

  @Test
  void deviations_areListedOrErrors() throws IOException {
    String text = "[{\"00100010\": {\"vr\": \"PN\", \"Value\": [\"Doe^Jane\"]}}]";
    try (DicomJsonReader reader = DicomJsonReader.from(new StringReader(text))) {
      Dataset dataset = reader.readAll().get(0);
      for (Deviation deviation : reader.warnings()) {
        System.out.println(deviation.location() + ": " + deviation.description());
      }
      assertThat(dataset.string(Tag.PatientName)).hasValue("Doe^Jane");
    }
    assertThat(printed()).containsExactly("/0/00100010: a name as text");
    try (DicomJsonReader reader = DicomJsonReader.from(new StringReader(text)).strict()) {
      assertThatThrownBy(reader::readAll).isInstanceOf(DicomFormatException.class);
    }
  }

  @Test
  void limits_areSet() {
    Limits limits = Limits.defaults().withElements(10);
    Part10Reader small = Part10Reader.create().limits(limits);
    assertThatThrownBy(() -> small.read(file)).isInstanceOf(DicomFormatException.class);
  }

  @Test
  void values_areShownOnlyWhenAskedFor() {
    System.out.print(DatasetDump.toText(radiograph));
    assertThat(printed()).anyMatch(line -> line.contains("Müller^Jürgen"));
    assertThat(radiograph.toString()).doesNotContain("Müller");
  }
}
