// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.zip;

import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.retrieve.LivePart;
import io.github.dicomweb.internal.retrieve.OnePass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files of an archive that may be instances: all but a DICOMDIR (PS3.10 §8.6). */
final class Instances extends OnePass<LivePart> {
  private final LiveArchive<LiveEntry> archive;
  private boolean dicomdir;

  Instances(LiveArchive<LiveEntry> archive) {
    this.archive = archive;
  }

  @Override
  protected @Nullable LivePart advance() {
    for (Optional<LiveEntry> next = archive.next(); next.isPresent(); next = archive.next()) {
      String name = next.get().name();
      if (!name.substring(name.lastIndexOf('/') + 1).equalsIgnoreCase("DICOMDIR")) {
        return next.get().part();
      }
      dicomdir = true;
    }
    return null;
  }

  @Override
  public boolean partial() {
    return archive.partial();
  }

  @Override
  public List<Warning> warnings() {
    List<Warning> all = new ArrayList<>(archive.warnings());
    if (dicomdir) {
      all.add(
          Warning.tolerated("the DICOMDIR was left out: it refers to names in the archive only"));
    }
    return all;
  }

  @Override
  public void close() {
    archive.close();
  }
}
