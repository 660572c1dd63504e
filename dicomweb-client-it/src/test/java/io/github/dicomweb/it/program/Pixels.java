// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.retrieve.FramePart;
import io.github.dicomweb.retrieve.FrameParts;
import io.github.dicomweb.retrieve.Rendered;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/** The part of the program that is about images: frames as they are, and pictures of them. */
final class Pixels {
  private static final int SMALLER = 24;

  private final DicomWebClient client;
  private final ProgramStudy study;

  Pixels(DicomWebClient client, ProgramStudy study) {
    this.client = client;
    this.study = study;
  }

  Outcome nativeFrames() {
    for (TransferSyntax syntax : frames(study.image(), 1)) {
      assertThat(syntax).isEqualTo(study.image().transferSyntax());
    }
    frames(study.multiFrame(), 5, 2, 8);
    return Outcome.DONE;
  }

  Outcome compressedFrames() {
    assertThat(study.compressed().transferSyntax()).isEqualTo(TransferSyntax.JPEG_BASELINE);
    frames(study.compressed(), 3, 1);
    frames(study.compressed(), 2);
    return Outcome.DONE;
  }

  private List<TransferSyntax> frames(StudyObject object, int... numbers) {
    List<Integer> received = new ArrayList<>();
    List<TransferSyntax> syntaxes = new ArrayList<>();
    MediaType type =
        object.transferSyntax().isEncapsulated() ? MediaType.JPEG : MediaType.OCTET_STREAM;
    try (FrameParts parts =
        client.retrieveFrames(object.study(), object.series(), object.instance(), numbers).open()) {
      for (FramePart part : parts) {
        received.add(part.number());
        assertThat(part.mediaType()).contains(type);
        part.transferSyntax().ifPresent(syntaxes::add);
        StudyObject.assertSame(part.readAllBytes(), object.frame(part.number()));
      }
      assertThat(parts.ended()).isTrue();
      assertThat(parts.missing()).isEmpty();
      assertThat(parts.partial()).isFalse();
    }
    assertThat(received).containsExactlyElementsOf(Arrays.stream(numbers).boxed().toList());
    return syntaxes;
  }

  Outcome rendered() throws IOException {
    StudyObject image = study.image();
    BufferedImage whole =
        picture(client.retrieveRendered(image.study(), image.series(), image.instance()).execute());
    assertThat(whole.getWidth()).isEqualTo(image.number(Tag.Columns));
    assertThat(whole.getHeight()).isEqualTo(image.number(Tag.Rows));
    BufferedImage small =
        picture(
            client
                .retrieveRendered(image.study(), image.series(), image.instance())
                .as(MediaType.PNG)
                .viewport(SMALLER, SMALLER)
                .execute());
    assertThat(small.getWidth()).isEqualTo(SMALLER);
    assertThat(small.getHeight()).isEqualTo(SMALLER);
    StudyObject frames = study.multiFrame();
    BufferedImage frame =
        picture(
            client
                .retrieveRendered(frames.study(), frames.series(), frames.instance(), 3)
                .execute());
    assertThat(frame.getWidth()).isEqualTo(frames.number(Tag.Columns));
    return Outcome.DONE;
  }

  Outcome thumbnail() throws IOException {
    StudyObject image = study.image();
    BufferedImage picture =
        picture(
            client.retrieveThumbnail(image.study(), image.series(), image.instance()).execute());
    assertThat(picture.getWidth()).isEqualTo(picture.getHeight());
    return Outcome.DONE;
  }

  private static BufferedImage picture(Rendered rendered) throws IOException {
    assertThat(rendered.partial()).isFalse();
    assertThat(rendered.mediaType()).isIn(MediaType.JPEG, MediaType.PNG);
    BufferedImage picture = ImageIO.read(rendered.inputStream());
    assertThat(picture).as("decoded").isNotNull();
    return picture;
  }
}
