// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.search;

import io.github.dicomweb.dicom.Tag;
import java.util.List;

/**
 * The matching keys of the instance level (PS3.18 §10.6.1.2.3).
 *
 * @param <S> the kind of search
 */
public interface InstanceKeys<S extends SearchRequest<S>> {

  /**
   * The request that the keys are set on.
   *
   * @return this, as the request it is
   */
  S request();

  /**
   * Matches any of some SOP classes.
   *
   * @param uids SOP Class UIDs
   * @return a changed copy
   */
  default S sopClassUid(String... uids) {
    return request().matchAny(Tag.SOPClassUID, List.of(uids));
  }

  /**
   * Matches any of some instances.
   *
   * @param uids SOP Instance UIDs
   * @return a changed copy
   */
  default S sopInstanceUid(String... uids) {
    return request().matchAny(Tag.SOPInstanceUID, List.of(uids));
  }

  /**
   * Matches the instance number.
   *
   * @param number the number
   * @return a changed copy
   */
  default S instanceNumber(int number) {
    return request().match(Tag.InstanceNumber, Integer.toString(number));
  }
}
