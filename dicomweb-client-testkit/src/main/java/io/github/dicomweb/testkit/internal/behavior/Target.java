// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.behavior;

import io.github.dicomweb.testkit.behavior.Feature;
import io.github.dicomweb.testkit.behavior.ResourceCategory;
import io.github.dicomweb.testkit.internal.archive.Level;
import io.github.dicomweb.testkit.internal.http.Request;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a request is for.
 *
 * @param category the category of the resource
 * @param needs the features without which there is no such resource
 * @param level the level of the resource
 */
record Target(ResourceCategory category, Set<Feature> needs, Level level) {
  Target {
    needs = Set.copyOf(needs);
  }

  static Target of(Request request) {
    List<String> path = request.segments();
    String root = path.isEmpty() ? "" : path.get(0);
    if (request.query().all("requestType").stream().anyMatch(p -> p.rawValue().equals("WADO"))) {
      return of(ResourceCategory.URI, Level.INSTANCE, Feature.URI_SERVICE);
    }
    if (path.size() > 1 && path.get(path.size() - 1).equals("count")) {
      return of(ResourceCategory.OTHER, Level.STUDY, Feature.COUNTS);
    }
    if (request.method().equals("POST") && is(path, path.size() - 2, "reject")) {
      return of(ResourceCategory.OTHER, Level.STUDY, Feature.REJECT);
    }
    return switch (request.method()) {
      case "POST", "PUT" ->
          root.equals("studies") && path.size() < 3
              ? of(ResourceCategory.STORE, Level.STUDY, Feature.STORE)
              : of(ResourceCategory.OTHER, Level.STUDY);
      case "DELETE" -> of(ResourceCategory.OTHER, Level.STUDY, Feature.DELETE);
      case "OPTIONS" -> of(ResourceCategory.OTHER, Level.STUDY, Feature.CAPABILITIES);
      default ->
          switch (root) {
            case "patients" -> of(ResourceCategory.SEARCH, Level.PATIENT, Feature.PATIENTS);
            case "series" -> of(ResourceCategory.SEARCH, Level.SERIES, Feature.RELATIONAL_SEARCH);
            case "instances" ->
                of(ResourceCategory.SEARCH, Level.INSTANCE, Feature.RELATIONAL_SEARCH);
            case "studies" -> ofStudies(path);
            default -> of(ResourceCategory.OTHER, Level.STUDY);
          };
    };
  }

  private static Target of(ResourceCategory category, Level level, Feature... needs) {
    Set<Feature> set = EnumSet.noneOf(Feature.class);
    set.addAll(List.of(needs));
    return new Target(category, set, level);
  }

  private static Target ofStudies(List<String> path) {
    int size = path.size();
    if (size == 1) {
      return of(ResourceCategory.SEARCH, Level.STUDY);
    }
    Level level = Level.STUDY;
    int next = 2;
    if (is(path, 2, "series")) {
      if (size == 3) {
        return of(ResourceCategory.SEARCH, Level.SERIES);
      }
      level = Level.SERIES;
      next = 4;
      if (is(path, 4, "instances")) {
        if (size == 5) {
          return of(ResourceCategory.SEARCH, Level.INSTANCE);
        }
        level = Level.INSTANCE;
        next = 6;
      }
    } else if (is(path, 2, "instances") && size == 3) {
      return of(ResourceCategory.SEARCH, Level.INSTANCE, Feature.RELATIONAL_SEARCH);
    }
    return ofRest(level, path.subList(next, size));
  }

  private static boolean is(List<String> path, int index, String segment) {
    return index >= 0 && path.size() > index && path.get(index).equals(segment);
  }

  private static Target ofRest(Level level, List<String> rest) {
    String last = rest.isEmpty() ? "" : rest.get(rest.size() - 1).toLowerCase(Locale.ROOT);
    return switch (last) {
      case "rendered" ->
          level == Level.INSTANCE
              ? of(ResourceCategory.RENDERED, level, Feature.RENDERED)
              : of(ResourceCategory.RENDERED, level, Feature.RENDERED_STUDIES);
      case "renderedmpr", "rendered3d" -> of(ResourceCategory.RENDERED, level, Feature.VOLUMES);
      case "thumbnail" -> of(ResourceCategory.THUMBNAIL, level, Feature.THUMBNAIL);
      default -> ofData(level, rest, last);
    };
  }

  private static Target ofData(Level level, List<String> rest, String last) {
    return switch (rest.isEmpty() ? "" : rest.get(0)) {
      case "" ->
          switch (level) {
            case STUDY -> of(ResourceCategory.INSTANCES, level, Feature.STUDY);
            case SERIES -> of(ResourceCategory.INSTANCES, level, Feature.SERIES);
            case PATIENT, INSTANCE -> of(ResourceCategory.INSTANCES, level, Feature.INSTANCE);
          };
      case "metadata" ->
          level == Level.STUDY
              ? of(ResourceCategory.METADATA, level, Feature.STUDY_METADATA)
              : of(ResourceCategory.METADATA, level);
      case "bulkdata" ->
          of(
              ResourceCategory.BULK_DATA,
              level,
              rest.size() == 1 ? Feature.ALL_BULK_DATA : Feature.BULK_DATA);
      case "pixeldata" -> of(ResourceCategory.BULK_DATA, level, Feature.PIXEL_DATA);
      case "frames" ->
          last.equals("pixeldata")
              ? of(ResourceCategory.BULK_DATA, level, Feature.PIXEL_DATA)
              : of(ResourceCategory.FRAMES, level, Feature.FRAMES);
      default -> of(ResourceCategory.OTHER, level);
    };
  }

  /** Whether the resource is bytes of DICOM, not text about them. */
  boolean isBinary() {
    return category == ResourceCategory.INSTANCES
        || category == ResourceCategory.BULK_DATA
        || category == ResourceCategory.FRAMES;
  }
}
