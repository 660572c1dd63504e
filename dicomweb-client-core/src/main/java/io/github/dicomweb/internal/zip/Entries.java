// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.zip;

import java.io.IOException;

/** Is told of each entry of an archive, and may find that the archive is not to be kept. */
interface Entries {
  /** Takes any: for archives that nobody unpacks. */
  Entries ANY =
      new Entries() {
        @Override
        public void named(ArchiveInput in, String name) {
          // a text, whatever it says
        }

        @Override
        public void listed(ArchiveInput in, String name, boolean link) {
          // only what came counts
        }
      };

  /**
   * A name that stands before a file; an entry may have more than one.
   *
   * @param in makes the exception
   * @param name the name
   */
  void named(ArchiveInput in, String name) throws IOException;

  /**
   * A line of the directory at the end, which is what programs that unpack go by.
   *
   * @param in makes the exception
   * @param name the name
   * @param link whether it is a link to somewhere else
   */
  void listed(ArchiveInput in, String name, boolean link) throws IOException;
}
