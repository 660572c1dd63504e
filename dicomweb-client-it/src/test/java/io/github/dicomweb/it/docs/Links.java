// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.docs;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The links of pages that stay in the repository. */
final class Links {
  private static final Pattern CODE = Pattern.compile("(`+)(?:(?!\\1).)+?\\1");
  private static final Pattern INLINE = Pattern.compile("]\\(\\s*<?([^)>\\s]*)>?[^)]*\\)");
  private static final Pattern REFERENCE = Pattern.compile("^ {0,3}\\[[^]]+]:\\s*<?([^\\s>]+)");
  private static final Pattern HTML = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
  private static final Pattern HEADING = Pattern.compile("^#{1,6} +(.*?)[ #]*$");
  private static final Pattern NAMED = Pattern.compile("<a (?:id|name)=\"([^\"]+)\"");
  private static final Pattern ELSEWHERE = Pattern.compile("[a-z][a-z0-9+.-]*:.*");

  private Links() {}

  /**
   * The links that lead nowhere.
   *
   * @param root what they may not leave
   * @param page the page they are on
   */
  static List<String> dead(Path root, Path page) throws IOException {
    List<String> dead = new ArrayList<>();
    List<String> prose = MarkdownPage.of(Files.readAllLines(page)).prose();
    for (int i = 0; i < prose.size(); i++) {
      String line = CODE.matcher(prose.get(i)).replaceAll("");
      for (Pattern kind : List.of(INLINE, REFERENCE, HTML)) {
        for (Matcher link = kind.matcher(line); link.find(); ) {
          String target = link.group(1);
          if (!ELSEWHERE.matcher(target).matches() && !leads(root, page, target)) {
            dead.add("line " + (i + 1) + ": " + target);
          }
        }
      }
    }
    return dead;
  }

  private static boolean leads(Path root, Path page, String target) throws IOException {
    int hash = target.indexOf('#');
    String path = hash < 0 ? target : target.substring(0, hash);
    Path file =
        path.isEmpty()
            ? page
            : page.resolveSibling(URLDecoder.decode(path, StandardCharsets.UTF_8)).normalize();
    if (target.isEmpty() || path.startsWith("/") || !file.startsWith(root) || !Files.exists(file)) {
      return false;
    }
    return hash < 0 || anchors(Files.readAllLines(file)).contains(target.substring(hash + 1));
  }

  /** What can stand behind a hash, by the rules of GitHub. */
  static Set<String> anchors(List<String> lines) {
    Set<String> anchors = new HashSet<>();
    Map<String, Integer> seen = new HashMap<>();
    for (String line : MarkdownPage.of(lines).prose()) {
      NAMED.matcher(line).results().forEach(name -> anchors.add(name.group(1)));
      Matcher heading = HEADING.matcher(line);
      if (heading.matches()) {
        String anchor = anchor(heading.group(1));
        int times = seen.merge(anchor, 1, Integer::sum);
        anchors.add(times == 1 ? anchor : anchor + "-" + (times - 1));
      }
    }
    return anchors;
  }

  private static String anchor(String heading) {
    return heading
        .replaceAll("]\\([^)]*\\)", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }
}
