// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.store;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.part10.BulkDataResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Where an instance to be stored comes from: a DICOM file (PS3.10) as bytes. It is opened more than
 * once: to see what it is, to send it, and to send it again if that is safe. Implementations must
 * allow that from any thread, one opening after the other.
 */
public interface InstanceSource {

  /**
   * A name by which the caller knows it again in the report. Never sent, never logged.
   *
   * @return the name
   */
  String name();

  /**
   * The number of bytes.
   *
   * @return the length, if it is known before reading
   * @throws IOException if it cannot be found out
   */
  OptionalLong size() throws IOException;

  /**
   * Opens it at its first byte.
   *
   * @return a stream, which the library closes
   * @throws IOException if it cannot be opened
   */
  InputStream open() throws IOException;

  /**
   * A file.
   *
   * @param file the file
   * @return a source named by the path
   */
  static InstanceSource of(Path file) {
    return new InstanceSource() {
      @Override
      public String name() {
        return file.toString();
      }

      @Override
      public OptionalLong size() throws IOException {
        return OptionalLong.of(Files.size(file));
      }

      @Override
      public InputStream open() throws IOException {
        return Files.newInputStream(file);
      }

      @Override
      public String toString() {
        return "InstanceSource[file]";
      }
    };
  }

  /**
   * Bytes in memory, not copied.
   *
   * @param name a name for the report
   * @param bytes a DICOM file; must not be changed while it is stored
   * @return a source
   */
  static InstanceSource of(String name, byte[] bytes) {
    return new InstanceSource() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public OptionalLong size() {
        return OptionalLong.of(bytes.length);
      }

      @Override
      public InputStream open() {
        return new java.io.ByteArrayInputStream(bytes);
      }

      @Override
      public String toString() {
        return "InstanceSource[" + bytes.length + " bytes]";
      }
    };
  }

  /**
   * Anything that can be opened and whose length is not known. With one such source among them, the
   * instances are sent with chunked transfer coding, which some servers refuse.
   *
   * @param name a name for the report
   * @param opener opens it at its first byte, each time
   * @return a source
   */
  static InstanceSource of(String name, Opener opener) {
    return new InstanceSource() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public OptionalLong size() {
        return OptionalLong.empty();
      }

      @Override
      public InputStream open() throws IOException {
        return opener.open();
      }

      @Override
      public String toString() {
        return "InstanceSource[stream]";
      }
    };
  }

  /**
   * A dataset that holds all its values.
   *
   * @param dataset the dataset, with SOP Class UID and SOP Instance UID
   * @return a source named by its SOP Instance UID
   */
  static DatasetSource of(Dataset dataset) {
    return DatasetSource.of(dataset);
  }

  /**
   * A dataset that refers to values.
   *
   * @param dataset the dataset, with SOP Class UID and SOP Instance UID
   * @param bulkData says where the values are
   * @return a source named by its SOP Instance UID
   */
  static DatasetSource of(Dataset dataset, BulkDataResolver bulkData) {
    return DatasetSource.of(dataset, bulkData);
  }

  /** Opens a source at its first byte. */
  @FunctionalInterface
  interface Opener {
    /**
     * Opens it.
     *
     * @return a stream, which the library closes
     * @throws IOException if it cannot be opened
     */
    InputStream open() throws IOException;
  }
}
