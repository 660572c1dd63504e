// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.zip;

import io.github.dicomweb.internal.retrieve.UidSet;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Sees to it that whoever unpacks an archive gets files below the directory where that is done.
 * What is thrown quotes no name, since it may be that of a patient.
 */
final class Unpackable implements Entries {
  private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");
  // Some systems pass over blanks and dots at the end of a name.
  private static final Pattern UP = Pattern.compile("\\.\\.[. ]*");
  private static final Pattern DRIVE = Pattern.compile("\\s*[A-Za-z]:.*", Pattern.DOTALL);

  private final UidSet names = new UidSet();
  private boolean twice;

  /** Whether a name leads out of the directory where it is unpacked. */
  static boolean leadsOut(String name) {
    return name.indexOf('\0') >= 0
        || name.startsWith("/")
        || name.startsWith("\\")
        || DRIVE.matcher(name).matches()
        || SEPARATOR.splitAsStream(name).anyMatch(segment -> UP.matcher(segment).matches());
  }

  @Override
  public void named(ArchiveInput in, String name) throws IOException {
    if (leadsOut(name)) {
      throw in.damaged(
          "the name of an entry of the zip archive leads out of the directory where it is"
              + " unpacked");
    }
  }

  @Override
  public void listed(ArchiveInput in, String name, boolean link) throws IOException {
    named(in, name);
    if (link) {
      throw in.damaged("an entry of the zip archive is a link to another place");
    }
    twice |= !names.add(name);
  }

  /** Whether two entries have the same name, so that unpacking keeps one of them. */
  boolean losesOne() {
    return twice;
  }
}
