// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.archive;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The URLs of what is stored.
 *
 * @param base the base URL, without a slash at its end
 */
public record Links(String base) {
  public String study(InstanceIdentity identity) {
    return study(identity.studyInstanceUid());
  }

  public String study(String studyInstanceUid) {
    return base + "/studies/" + segment(studyInstanceUid);
  }

  public String series(InstanceIdentity identity) {
    return study(identity) + "/series/" + segment(identity.seriesInstanceUid());
  }

  public String instance(InstanceIdentity identity) {
    return series(identity) + "/instances/" + segment(identity.sopInstanceUid());
  }

  public String bulkData(InstanceIdentity identity, String name) {
    return instance(identity) + "/bulkdata/" + name;
  }

  public String frame(InstanceIdentity identity, int number) {
    return instance(identity) + "/frames/" + number;
  }

  /** UIDs need no escaping; what pretends to be one must not change the path. */
  private static String segment(String uid) {
    StringBuilder text = new StringBuilder(uid.length());
    for (byte b : uid.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain =
          (c >= '0' && c <= '9')
              || (c >= 'A' && c <= 'Z')
              || (c >= 'a' && c <= 'z')
              || "-._~".indexOf(c) >= 0;
      text.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
    }
    return text.toString();
  }
}
