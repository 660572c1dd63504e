// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.corpus;

import io.github.dicomweb.it.corpus.JsonTree.Numeral;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares DICOM JSON attribute by attribute. The same number may be written differently, and be a
 * JSON number or a string; an empty attribute may have an empty value or none. Nothing else may.
 */
final class Comparison {
  private final String oracle;
  private final String file;
  private final List<Difference> found = new ArrayList<>();
  private int attributes;

  Comparison(String oracle, String file) {
    this.oracle = oracle;
    this.file = file;
  }

  List<Difference> found() {
    return found;
  }

  /** How many attributes both had, those in items among them. */
  int attributes() {
    return attributes;
  }

  void compare(Map<String, @Nullable Object> ours, Map<String, @Nullable Object> theirs) {
    compare("", ours, theirs);
  }

  private void compare(
      String path, Map<String, @Nullable Object> ours, Map<String, @Nullable Object> theirs) {
    Set<String> tags = new TreeSet<>(ours.keySet());
    tags.addAll(theirs.keySet());
    for (String tag : tags) {
      if (!theirs.containsKey(tag)) {
        add(path + tag, Difference.Kind.EXTRA, "");
      } else if (!ours.containsKey(tag)) {
        add(path + tag, Difference.Kind.MISSING, "");
      } else {
        attribute(path + tag, JsonTree.object(ours.get(tag)), JsonTree.object(theirs.get(tag)));
      }
    }
  }

  private void attribute(
      String path, Map<String, @Nullable Object> ours, Map<String, @Nullable Object> theirs) {
    attributes++;
    String vr = Objects.toString(ours.get("vr"));
    if (!vr.equals(theirs.get("vr"))) {
      add(path, Difference.Kind.VR, vr + " / " + theirs.get("vr"));
      return;
    }
    if (ours.containsKey("InlineBinary") || theirs.containsKey("InlineBinary")) {
      byte[] mine = bytes(ours);
      byte[] other = bytes(theirs);
      if (!java.util.Arrays.equals(mine, other)) {
        add(path, Difference.Kind.VALUE, mine.length + " / " + other.length + " bytes");
      }
      return;
    }
    List<@Nullable Object> mine = values(ours);
    List<@Nullable Object> other = values(theirs);
    if (mine.size() != other.size()) {
      add(path, Difference.Kind.VALUE, mine + " / " + other);
      return;
    }
    for (int i = 0; i < mine.size(); i++) {
      if (vr.equals("SQ")) {
        String item = path + "[" + i + "].";
        compare(item, JsonTree.object(mine.get(i)), JsonTree.object(other.get(i)));
      } else if (!same(vr, mine.get(i), other.get(i))) {
        add(path, Difference.Kind.VALUE, mine.get(i) + " / " + other.get(i));
        return;
      }
    }
  }

  private void add(String path, Difference.Kind kind, String detail) {
    found.add(new Difference(oracle, file, path, kind, detail.replaceAll("\\s", " ")));
  }

  private static byte[] bytes(Map<String, @Nullable Object> attribute) {
    return Base64.getDecoder().decode(Objects.toString(attribute.get("InlineBinary"), ""));
  }

  private static List<@Nullable Object> values(Map<String, @Nullable Object> attribute) {
    if (!(attribute.get("Value") instanceof List<?> list)) {
      return List.of();
    }
    List<@Nullable Object> values = new ArrayList<>();
    for (Object value : list) {
      values.add(isEmpty(value) ? null : value);
    }
    // one empty value is no value
    return values.size() == 1 && values.get(0) == null ? List.of() : values;
  }

  private static boolean isEmpty(@Nullable Object value) {
    return value == null
        || value.equals("")
        || (value instanceof Map<?, ?> map && groups(map).isEmpty());
  }

  private static Map<String, Object> groups(Map<?, ?> name) {
    Map<String, Object> groups = new TreeMap<>();
    name.forEach(
        (group, text) -> {
          if (text != null && !text.equals("")) {
            groups.put(Objects.toString(group), text);
          }
        });
    return groups;
  }

  private static boolean same(String vr, @Nullable Object ours, @Nullable Object theirs) {
    if (Objects.equals(ours, theirs)) {
      return true;
    }
    if (ours == null || theirs == null) {
      return false;
    }
    if (ours instanceof Map<?, ?> a && theirs instanceof Map<?, ?> b) {
      return vr.equals("PN") && groups(a).equals(groups(b));
    }
    boolean number = ours instanceof Numeral || theirs instanceof Numeral;
    return number && sameNumber(vr, text(ours), text(theirs));
  }

  private static String text(Object value) {
    return value instanceof Numeral numeral ? numeral.text() : value.toString();
  }

  private static boolean sameNumber(String vr, String ours, String theirs) {
    try {
      return switch (vr) {
        case "FL" -> Float.parseFloat(ours) == Float.parseFloat(theirs);
        case "FD", "DS" -> Double.parseDouble(ours) == Double.parseDouble(theirs);
        default -> new BigDecimal(ours).compareTo(new BigDecimal(theirs)) == 0;
      };
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
