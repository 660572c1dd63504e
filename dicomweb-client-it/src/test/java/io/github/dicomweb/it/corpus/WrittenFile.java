// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.corpus;

import io.github.dicomweb.dicom.BinaryElement;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.DatasetBuilder;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.FragmentsElement;
import io.github.dicomweb.dicom.SequenceElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.Uids;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.dicom.build.SecondaryCapture;
import io.github.dicomweb.dicom.part10.Part10File;
import io.github.dicomweb.dicom.part10.Part10Writer;
import io.github.dicomweb.error.DicomFormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A file of the corpus that was read and written again.
 *
 * @param source the file as it is
 * @param expected what it holds, as it is written
 * @param path what we wrote
 */
record WrittenFile(CorpusFile source, Part10File expected, Path path) {

  /**
   * Writes all that can be written: what is whole and no DICOMDIR.
   *
   * @param refused gets the names of those whose dataset does not fit its transfer syntax
   */
  static List<WrittenFile> all(Path directory, Set<String> refused) throws IOException {
    List<WrittenFile> written = new ArrayList<>();
    for (CorpusFile file : CorpusFile.all()) {
      Part10File read = file.read();
      if (read.problem().isEmpty() && !read.dataset().contains(Tag.DirectoryRecordSequence)) {
        Part10File named = Part10File.of(read.fileMeta(), identified(read), read.transferSyntax());
        try {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          Part10Writer.create().write(named, bytes);
          Path path = directory.resolve(written.size() + ".dcm");
          Files.write(path, bytes.toByteArray());
          written.add(new WrittenFile(file, asWritten(named), path));
        } catch (DicomFormatException e) {
          refused.add(file.name());
        }
      }
    }
    return written;
  }

  /** With the two UIDs that a file needs and some of the samples lack. */
  private static Dataset identified(Part10File file) {
    Dataset dataset = file.dataset();
    DatasetBuilder builder = dataset.toBuilder();
    if (dataset.string(Tag.SOPClassUID).isEmpty()) {
      builder.put(
          Tag.SOPClassUID,
          file.fileMeta()
              .string(Tag.MediaStorageSOPClassUID)
              .orElse(SecondaryCapture.SOP_CLASS_UID));
    }
    if (dataset.string(Tag.SOPInstanceUID).isEmpty()) {
      builder.put(
          Tag.SOPInstanceUID,
          file.fileMeta().string(Tag.MediaStorageSOPInstanceUID).orElseGet(Uids::newUid));
    }
    return builder.build();
  }

  private static Part10File asWritten(Part10File file) {
    Dataset dataset = asWritten(file.dataset());
    Dataset named = dataset.toBuilder().put(Tag.SpecificCharacterSet, "ISO_IR 192").build();
    return Part10File.of(file.fileMeta(), named, file.transferSyntax());
  }

  /** In UTF-8, bytes padded to even length, fragments as OB. */
  private static Dataset asWritten(Dataset dataset) {
    DatasetBuilder builder = dataset.toBuilder();
    for (Element element : dataset) {
      int tag = element.tag();
      if (tag == Tag.SpecificCharacterSet) {
        builder.put(tag, "ISO_IR 192");
      } else if (element instanceof SequenceElement) {
        builder.putSequence(tag, element.items().stream().map(WrittenFile::asWritten).toList());
      } else if (element instanceof BinaryElement bytes) {
        int length = bytes.length() + bytes.length() % 2;
        builder.putBinary(tag, element.vr(), Arrays.copyOf(bytes.toByteArray(), length));
      } else if (element instanceof FragmentsElement fragments) {
        builder.put(FragmentsElement.of(tag, VR.OB, fragments(fragments)));
      }
    }
    return builder.build();
  }

  private static List<byte[]> fragments(FragmentsElement element) {
    return IntStream.range(0, element.count()).mapToObj(element::fragment).toList();
  }
}
