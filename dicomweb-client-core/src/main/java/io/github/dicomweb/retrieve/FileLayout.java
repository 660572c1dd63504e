// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.retrieve;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where instances go below a directory: a template of {@code {study}}, {@code {series}} and {@code
 * {instance}}, each as often as wanted, for example {@code {study}/{series}/{instance}.dcm}.
 *
 * <p>In their places stand the UIDs that are read from each instance, made safe as names of files:
 * letters, digits, dots, hyphens and underlines stay as they are, all else is percent-encoded, and
 * none leads elsewhere. What the template itself says stays below the directory too.
 *
 * <p>Immutable.
 */
public final class FileLayout {
  private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
  private static final FileLayout STANDARD = new FileLayout("{study}/{series}/{instance}.dcm");

  private final String template;

  private FileLayout(String template) {
    this.template = template;
  }

  /**
   * The layout that is used where none is set: {@code {study}/{series}/{instance}.dcm}.
   *
   * @return the layout
   */
  public static FileLayout standard() {
    return STANDARD;
  }

  /**
   * A layout of one's own.
   *
   * @param template a relative path, with {@code /} between directories, that holds {@code
   *     {instance}}, since all files would get the same name without it
   * @return the layout
   * @throws IllegalArgumentException if it has no {@code {instance}} or a place with another name,
   *     or could lead out of the directory: an absolute path, {@code .} or {@code ..}, a backslash,
   *     a colon or a control character
   */
  public static FileLayout of(String template) {
    Matcher matcher = PLACE.matcher(template);
    while (matcher.find()) {
      switch (matcher.group(1)) {
        case "study", "series", "instance" -> {
          // known
        }
        default ->
            throw new IllegalArgumentException(
                "a layout knows {study}, {series} and {instance} only");
      }
    }
    if (!template.contains("{instance}")) {
      throw new IllegalArgumentException(
          "a layout needs {instance}: all files would get the same name");
    }
    String rest = PLACE.matcher(template).replaceAll("x");
    boolean odd = rest.chars().anyMatch(c -> c < ' ' || c == '\\' || c == ':' || c == '{');
    if (odd || !staysBelow(Path.of(rest))) {
      throw new IllegalArgumentException(
          "a layout must stay below the directory: no .., no absolute path, no backslash, colon or"
              + " control character");
    }
    return new FileLayout(template);
  }

  private static boolean staysBelow(Path path) {
    return !path.isAbsolute() && path.normalize().equals(path) && !path.startsWith("..");
  }

  /**
   * The template.
   *
   * @return what it was made of
   */
  public String template() {
    return template;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FileLayout layout && layout.template.equals(template);
  }

  @Override
  public int hashCode() {
    return template.hashCode();
  }

  /** The template, which holds no identifier. */
  @Override
  public String toString() {
    return "FileLayout[" + template + "]";
  }
}
