// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * UIDs: names of those that the standard registers (PS3.6 Annex A), SOP classes, transfer syntaxes
 * and others, and new ones. The table is read at the first look-up; all methods may be called from
 * any thread.
 */
public final class Uids {
  /**
   * What the standard says of a UID.
   *
   * @param uid the UID
   * @param type such as {@code SOP Class} or {@code Transfer Syntax}
   * @param keyword the keyword, empty where there is none
   * @param name the name
   * @param retired whether the standard has retired it
   */
  public record Entry(String uid, String type, String keyword, String name, boolean retired) {}

  private static final class Table {
    static final Map<String, Entry> BY_UID = load();

    private static Map<String, Entry> load() {
      List<String[]> rows = ResourceTable.read("uids.txt");
      Map<String, Entry> entries = new HashMap<>(2 * rows.size());
      for (String[] row : rows) {
        entries.put(row[0], new Entry(row[0], row[1], row[2], row[3], row.length > 4));
      }
      return entries;
    }
  }

  private Uids() {}

  /**
   * A UID that nobody else has: a random UUID under {@code 2.25} (PS3.5 §B.2).
   *
   * @return at most 44 characters
   */
  public static String newUid() {
    return of(UUID.randomUUID());
  }

  /**
   * The UID of a UUID, under {@code 2.25} (PS3.5 §B.2).
   *
   * @param uuid the UUID
   * @return at most 44 characters
   */
  public static String of(UUID uuid) {
    String hex = uuid.toString().replace("-", "");
    return "2.25." + new BigInteger(hex, 16);
  }

  /**
   * Every entry.
   *
   * @return an unmodifiable collection, in no order
   */
  public static Collection<Entry> all() {
    return Collections.unmodifiableCollection(Table.BY_UID.values());
  }

  /**
   * Looks a UID up.
   *
   * @param uid a UID
   * @return what is known of it, or empty
   */
  public static Optional<Entry> find(String uid) {
    return Optional.ofNullable(Table.BY_UID.get(uid));
  }

  /**
   * The name of a UID.
   *
   * @param uid a UID
   * @return the name, such as {@code CT Image Storage}, or the UID itself when it is not known
   */
  public static String name(String uid) {
    Entry entry = Table.BY_UID.get(uid);
    return entry == null ? uid : entry.name();
  }
}
