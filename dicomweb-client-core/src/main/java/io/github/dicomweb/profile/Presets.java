// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.profile;

import io.github.dicomweb.profile.ServerProfile.AcceptStyle;
import io.github.dicomweb.profile.ServerProfile.DeleteAnswer;
import io.github.dicomweb.profile.ServerProfile.Matching;
import io.github.dicomweb.profile.ServerProfile.MatchingParameters;
import io.github.dicomweb.profile.ServerProfile.Paging;
import io.github.dicomweb.profile.ServerProfile.PartStyle;
import io.github.dicomweb.profile.ServerProfile.QueryEscaping;
import io.github.dicomweb.profile.ServerProfile.StoredBulkData;
import io.github.dicomweb.profile.ServerProfile.StoredFrames;
import java.util.EnumSet;

/** The profiles of servers that are known. */
final class Presets {
  static final ServerProfile STANDARD =
      new ServerProfileBuilder(
              EnumSet.complementOf(
                  EnumSet.of(Feature.DELETE, Feature.REJECT, Feature.PATIENTS, Feature.COUNT)))
          .build();

  static final ServerProfile ORTHANC =
      STANDARD.toBuilder()
          .queryEscaping(QueryEscaping.WILDCARD)
          .pageSize(500)
          // It takes fuzzymatching=true and matches literally, without a word.
          .without(
              Feature.FUZZY_MATCHING,
              Feature.BULK_DATA_RESOURCES,
              Feature.ZIP,
              Feature.VOLUMES,
              Feature.STORE_METADATA)
          .build();

  static final ServerProfile DCM4CHEE =
      STANDARD.toBuilder()
          .queryEscaping(QueryEscaping.PERCENT)
          .pageSize(1000)
          .acceptStyle(AcceptStyle.SEVERAL)
          .matchingParameters(MatchingParameters.OMITTED)
          .storedBulkData(StoredBulkData.ANYTHING)
          .storedFrames(StoredFrames.ONE)
          .with(Feature.REJECT, Feature.DELETE, Feature.PATIENTS, Feature.COUNT)
          .without(Feature.VOLUMES)
          .build();

  static final ServerProfile GOOGLE =
      STANDARD.toBuilder()
          .queryEscaping(QueryEscaping.PERCENT)
          .pageSize(1000)
          .deleteAnswer(DeleteAnswer.OPERATION)
          .with(Feature.DELETE)
          .without(
              Feature.RENDERED_COLLECTIONS,
              Feature.THUMBNAIL,
              Feature.BULK_DATA_RESOURCES,
              Feature.ZIP,
              Feature.VOLUMES,
              Feature.STORE_METADATA,
              Feature.WADO_URI)
          .build();

  static final ServerProfile AZURE =
      STANDARD.toBuilder()
          .queryEscaping(QueryEscaping.PERCENT)
          .pageSize(200)
          .with(Feature.DELETE)
          .without(
              Feature.WILDCARDS,
              Feature.RENDERED_COLLECTIONS,
              Feature.THUMBNAIL,
              Feature.BULK_DATA,
              Feature.BULK_DATA_RESOURCES,
              Feature.ZIP,
              Feature.VOLUMES,
              Feature.STORE_METADATA,
              Feature.WADO_URI)
          .build();

  static final ServerProfile AWS_HEALTH_IMAGING =
      STANDARD.toBuilder()
          .queryEscaping(QueryEscaping.PERCENT)
          .pageSize(1000)
          .partStyle(PartStyle.SINGLE)
          .without(
              Feature.STUDY_RETRIEVAL,
              Feature.SERIES_RETRIEVAL,
              Feature.STUDY_METADATA,
              Feature.RELATIONAL_SEARCH,
              Feature.RENDERED_COLLECTIONS,
              Feature.RENDERED,
              Feature.THUMBNAIL,
              Feature.BULK_DATA_RESOURCES,
              Feature.ZIP,
              Feature.VOLUMES,
              Feature.STORE_METADATA,
              Feature.WADO_URI)
          .build();

  static final ServerProfile STATIC_DICOM_WEB =
      STANDARD.toBuilder()
          .queryEscaping(QueryEscaping.PERCENT)
          .matching(Matching.CLIENT)
          .paging(Paging.NONE)
          .without(
              Feature.STUDY_RETRIEVAL,
              Feature.SERIES_RETRIEVAL,
              // Frames and bulk data are files of their own; whole instances are not among them.
              Feature.INSTANCE_RETRIEVAL,
              Feature.STUDY_METADATA,
              Feature.RELATIONAL_SEARCH,
              Feature.FUZZY_MATCHING,
              Feature.RENDERED_COLLECTIONS,
              Feature.RENDERED,
              Feature.BULK_DATA_RESOURCES,
              Feature.ZIP,
              Feature.VOLUMES,
              Feature.STORE,
              Feature.STORE_METADATA,
              Feature.WADO_URI)
          .build();

  private Presets() {}
}
