// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.VR;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class SecondaryCaptureTest {
  private static byte[] pixels(Dataset dataset) {
    return dataset.inlineBinary(Tag.PixelData).orElseThrow();
  }

  @Test
  void toDataset_grey8_keepsTheSamples() {
    BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setSample(2, 1, 0, 200);
    image.getRaster().setSample(0, 0, 0, 7);
    Dataset dataset = SecondaryCapture.of(image).toDataset();
    assertThat(pixels(dataset)).containsExactly(7, 0, 0, 0, 0, (byte) 200);
    assertThat(dataset.intValue(Tag.Rows)).hasValue(2);
    assertThat(dataset.intValue(Tag.Columns)).hasValue(3);
    assertThat(dataset.intValue(Tag.BitsAllocated)).hasValue(8);
    assertThat(dataset.string(Tag.PhotometricInterpretation)).contains("MONOCHROME2");
    assertThat(dataset.contains(Tag.PlanarConfiguration)).isFalse();
    assertThat(dataset.string(Tag.SOPClassUID)).contains(SecondaryCapture.SOP_CLASS_UID);
  }

  @Test
  void toDataset_grey16_isLittleEndian() {
    BufferedImage image = new BufferedImage(1, 2, BufferedImage.TYPE_USHORT_GRAY);
    image.getRaster().setSample(0, 1, 0, 0xABCD);
    Dataset dataset = SecondaryCapture.of(image).toDataset();
    assertThat(pixels(dataset)).containsExactly(0, 0, 0xCD, 0xAB);
    assertThat(dataset.intValue(Tag.HighBit)).hasValue(15);
    assertThat(dataset.element(Tag.PixelData).orElseThrow().vr()).isEqualTo(VR.OW);
  }

  @Test
  void toDataset_colours_areRgbByPixelOverBlack() {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0xFF010203);
    image.setRGB(1, 0, 0x80FF0000);
    Dataset dataset = SecondaryCapture.of(image).toDataset();
    assertThat(pixels(dataset)).containsExactly(1, 2, 3, 0x80, 0, 0);
    assertThat(dataset.string(Tag.PhotometricInterpretation)).contains("RGB");
    assertThat(dataset.intValue(Tag.SamplesPerPixel)).hasValue(3);
    assertThat(dataset.intValue(Tag.PlanarConfiguration)).hasValue(0);
  }

  @Test
  void toDataset_aPartOfAPicture_isThatPart() {
    BufferedImage whole = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
    whole.getRaster().setSample(2, 3, 0, 9);
    Dataset dataset = SecondaryCapture.of(whole.getSubimage(2, 2, 2, 2)).toDataset();
    assertThat(pixels(dataset)).containsExactly(0, 0, 9, 0);
  }

  @Test
  void of_tooManyRows_isRefused() {
    BufferedImage image = new BufferedImage(1, 65536, BufferedImage.TYPE_BYTE_GRAY);
    assertThatThrownBy(() -> SecondaryCapture.of(image))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void toDataset_twice_givesTwoInstancesOfTheStudy() {
    BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    Dataset first = SecondaryCapture.of(image).toDataset();
    Dataset second = SecondaryCapture.of(image).inStudyOf(first).toDataset();
    assertThat(second.string(Tag.StudyInstanceUID)).isEqualTo(first.string(Tag.StudyInstanceUID));
    assertThat(second.string(Tag.SOPInstanceUID)).isNotEqualTo(first.string(Tag.SOPInstanceUID));
  }
}
