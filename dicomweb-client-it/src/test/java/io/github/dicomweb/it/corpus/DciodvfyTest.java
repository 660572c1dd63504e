// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.build.EncapsulatedPdf;
import io.github.dicomweb.dicom.build.SecondaryCapture;
import io.github.dicomweb.dicom.part10.Part10Writer;
import io.github.dicomweb.it.samples.Dciodvfy;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What dciodvfy, of dicom3tools, says about the files that we write. */
class DciodvfyTest {
  private static final byte[] PDF = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

  private static final int FILES = 150;

  @TempDir private Path directory;

  private List<String> errors(Dataset dataset) throws IOException {
    return Dciodvfy.errors(
        Files.write(directory.resolve("built.dcm"), Part10Writer.create().toBytes(dataset)));
  }

  @Test
  void secondaryCapture_ofEachKindOfImage_hasNoError() throws IOException {
    for (int type :
        new int[] {
          BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY, BufferedImage.TYPE_INT_RGB
        }) {
      BufferedImage image = new BufferedImage(5, 3, type);
      assertThat(errors(SecondaryCapture.of(image).toDataset())).isEmpty();
    }
  }

  @Test
  void encapsulatedPdf_hasNoError() throws IOException {
    assertThat(errors(EncapsulatedPdf.of(PDF).title("Bericht \u00fcber \u5c71").toDataset()))
        .isEmpty();
  }

  /** Images, structured reports, segmentations, plans, waveforms: what is wrong was so before. */
  @Test
  void write_ofEachFile_addsNoError() throws IOException {
    Map<String, List<String>> added = new TreeMap<>();
    int compared = 0;
    for (WrittenFile file : WrittenFile.all(directory, new TreeSet<>())) {
      if (!file.source().read().dataset().contains(Tag.SOPClassUID)
          || file.expected().transferSyntax().isDeflated()) {
        // nothing that it could be held against, and what it cannot read
        continue;
      }
      compared++;
      List<String> after = new ArrayList<>(Dciodvfy.errors(file.path()));
      after.removeAll(Dciodvfy.errors(file.source().path()));
      if (!after.isEmpty()) {
        added.put(file.source().name(), after);
      }
    }
    assertThat(added).isEmpty();
    assertThat(compared).isGreaterThanOrEqualTo(FILES);
  }
}
