// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.program;

import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.profile.ServerProfile;
import org.jspecify.annotations.Nullable;

/** What the program does, in this order, and what of a server it needs for that. */
public enum Step {
  STORE(Feature.STORE),
  FIND_BY_NAME,
  FIND_BY_START_OF_NAME(Feature.WILDCARDS),
  FIND_BY_ID_AND_DATE,
  FIND_BY_UID,
  WALK,
  INSTANCES_OF_STUDY,
  FIND_IN_ALL_STUDIES(Feature.RELATIONAL_SEARCH),
  METADATA_OF_STUDY,
  METADATA_OF_INSTANCE,
  RETRIEVE_STUDY(Feature.STUDY_RETRIEVAL, Feature.INSTANCE_RETRIEVAL),
  RETRIEVE_INSTANCE(Feature.INSTANCE_RETRIEVAL),
  NATIVE_FRAMES(Feature.FRAMES),
  COMPRESSED_FRAMES(Feature.FRAMES),
  RENDERED(Feature.RENDERED),
  THUMBNAIL(Feature.THUMBNAIL),
  BULK_DATA(Feature.BULK_DATA),
  BULK_DATA_RANGE(Feature.BULK_DATA),
  REJECT(Feature.REJECT),
  DELETE(Feature.DELETE);

  private final @Nullable Feature way;
  private final @Nullable Feature otherWay;

  /** What any server has. */
  Step() {
    this(null, null);
  }

  /** What needs a feature. */
  Step(Feature way) {
    this(way, null);
  }

  /** What needs one of two. */
  Step(@Nullable Feature way, @Nullable Feature otherWay) {
    this.way = way;
    this.otherWay = otherWay;
  }

  boolean isOffered(ServerProfile profile) {
    return way == null || profile.has(way) || (otherWay != null && profile.has(otherWay));
  }
}
