// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.store;

import io.github.dicomweb.store.InstanceSource;
import java.io.IOException;
import java.util.List;

/** The form in which instances are sent: what becomes of each, and how that is put into parts. */
interface Form {

  /** The media type of the first part. */
  String rootType();

  /**
   * Looks at a source, as far as is needed to know that it can be sent and how long it is.
   *
   * @param source the source
   * @param ordinal which of the sources it is
   * @throws io.github.dicomweb.error.DicomFormatException if it has no such form
   */
  Payload payload(InstanceSource source, int ordinal) throws IOException;

  /** The length of all parts with what is around them, or −1. */
  long length(List<Candidate> candidates);

  /** Writes the parts one after the other. */
  void write(List<Candidate> candidates, PartSink sink) throws IOException;

  /** Takes parts. */
  interface PartSink {
    /** Writes a part. */
    void part(Part part) throws IOException;

    /** Notes that all parts of an instance are written. */
    void instanceDone();
  }
}
