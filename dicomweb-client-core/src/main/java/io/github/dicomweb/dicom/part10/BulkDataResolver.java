// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import io.github.dicomweb.dicom.BulkDataElement;
import io.github.dicomweb.error.DicomFormatException;
import java.io.IOException;
import java.nio.file.Path;

/** Gives {@link Part10Writer} the values that are not in the dataset. */
@FunctionalInterface
public interface BulkDataResolver {
  /**
   * Finds a value.
   *
   * @param element the reference
   * @param path where it is in the dataset, such as {@code 00880200[0].7FE00010}
   * @return the value; of encapsulated pixel data, the fragments with their headers (PS3.5 §A.4)
   * @throws IOException if the value cannot be read
   * @throws DicomFormatException if this resolver has nothing for the reference
   */
  BulkDataContent resolve(BulkDataElement element, String path) throws IOException;

  /**
   * Takes values out of DICOM files, to which {@link Part10Reader#referToValuesAbove(int)} refers
   * ({@code file:…?offset=…&length=…}), as far as they are a given file or lie below a given
   * directory. All other references are refused: a dataset that came from a server must not make a
   * program read, and send, files of its host.
   *
   * @param fileOrDirectory the file, or the directory with the files
   * @return the resolver, whose values come as {@link BulkDataContent#ofFile}
   */
  static BulkDataResolver filesBelow(Path fileOrDirectory) {
    return new LocalFiles(fileOrDirectory);
  }
}
