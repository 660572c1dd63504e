// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import io.github.dicomweb.internal.http.Percent;
import java.util.Locale;
import java.util.Set;

/**
 * Turns an identifier into the name of a file or directory: letters, digits, dots, hyphens and
 * underlines stay, all else is percent-encoded, so that two identifiers never share a name and none
 * leads out of its directory. No name comes from a header.
 */
final class SafeNames {
  private static final String LITERAL =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
  private static final int MAX_LENGTH = 200;
  private static final Set<String> RESERVED =
      Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "lpt1", "lpt2", "lpt3");

  private SafeNames() {}

  static String of(String identifier) {
    String name = Percent.encode(identifier, LITERAL);
    if (name.startsWith(".")) {
      name = "%2E" + name.substring(1);
    }
    if (name.endsWith(".")) {
      // Some file systems drop a trailing dot.
      name = name.substring(0, name.length() - 1) + "%2E";
    }
    int dot = name.indexOf('.');
    String stem = (dot < 0 ? name : name.substring(0, dot)).toLowerCase(Locale.ROOT);
    if (RESERVED.contains(stem)) {
      name = "%" + Integer.toHexString(name.charAt(0)) + name.substring(1);
    }
    return name.length() <= MAX_LENGTH
        ? name
        : name.substring(0, MAX_LENGTH - 17) + "~" + hash(identifier);
  }

  private static String hash(String identifier) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < identifier.length(); i++) {
      hash = (hash ^ identifier.charAt(i)) * 0x100000001b3L;
    }
    return String.format(Locale.ROOT, "%016x", hash);
  }
}
