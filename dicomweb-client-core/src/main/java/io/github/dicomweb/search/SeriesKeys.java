// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.search;

import io.github.dicomweb.dicom.DateRange;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.TimeRange;
import java.util.List;

/**
 * The matching keys of the series level (PS3.18 §10.6.1.2.3).
 *
 * @param <S> the kind of search
 */
public interface SeriesKeys<S extends SearchRequest<S>> {

  /**
   * The request that the keys are set on.
   *
   * @return this, as the request it is
   */
  S request();

  /**
   * Matches the modality.
   *
   * @param modality such as {@code CT}
   * @return a changed copy
   */
  default S modality(String modality) {
    return request().match(Tag.Modality, modality);
  }

  /**
   * Matches any of some series.
   *
   * @param uids Series Instance UIDs
   * @return a changed copy
   */
  default S seriesInstanceUid(String... uids) {
    return request().matchAny(Tag.SeriesInstanceUID, List.of(uids));
  }

  /**
   * Matches the series number.
   *
   * @param number the number
   * @return a changed copy
   */
  default S seriesNumber(int number) {
    return request().match(Tag.SeriesNumber, Integer.toString(number));
  }

  /**
   * Matches the day the procedure step began.
   *
   * @param range the range
   * @return a changed copy
   */
  default S performedProcedureStepStartDate(DateRange range) {
    return request().match(Tag.PerformedProcedureStepStartDate, range);
  }

  /**
   * Matches the time of day the procedure step began.
   *
   * @param range the range
   * @return a changed copy
   */
  default S performedProcedureStepStartTime(TimeRange range) {
    return request().match(Tag.PerformedProcedureStepStartTime, range);
  }

  /**
   * Matches the scheduled procedure step in the Request Attributes Sequence.
   *
   * @param id the Scheduled Procedure Step ID
   * @return a changed copy
   */
  default S scheduledProcedureStepId(String id) {
    return request().match("RequestAttributesSequence.ScheduledProcedureStepID", id);
  }

  /**
   * Matches the requested procedure in the Request Attributes Sequence.
   *
   * @param id the Requested Procedure ID
   * @return a changed copy
   */
  default S requestedProcedureId(String id) {
    return request().match("RequestAttributesSequence.RequestedProcedureID", id);
  }
}
