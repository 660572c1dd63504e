// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.corpus;

/**
 * Something that two readings of a file do not agree about.
 *
 * @param oracle who says otherwise
 * @param file the file, below the directory of its package
 * @param path the attribute, such as {@code 00400275[0].00400009}
 * @param kind what it is about
 * @param detail what each says
 */
record Difference(String oracle, String file, String path, Kind kind, String detail) {
  enum Kind {
    /** They have it, we do not. */
    MISSING,
    /** We have it, they do not. */
    EXTRA,
    /** The VRs are not the same. */
    VR,
    /** The values are not the same. */
    VALUE,
    /** They cannot convert the file at all. */
    UNREAD
  }

  @Override
  public String toString() {
    return String.join("\t", oracle, file, path, kind.toString(), detail);
  }
}
