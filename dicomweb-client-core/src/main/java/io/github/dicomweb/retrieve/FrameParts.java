// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.retrieve;

import java.util.List;

/**
 * The frames of an answer, live. A long list of frames is asked for by several requests, one after
 * the other and each only when the one before is read: then {@link #next} can also throw what a
 * request throws. A frame that was asked for and did not come is a {@link
 * io.github.dicomweb.error.MalformedResponseException} at the end of its answer, unless the server
 * says itself that its answer is {@link #partial}. Not meant to be implemented outside this
 * library.
 */
public interface FrameParts extends Parts<FramePart> {

  /**
   * The frames that were asked for and have not come. After the end of a {@link #partial} answer
   * these are the ones that the server did not send.
   *
   * @return the numbers, in the order in which they were asked for
   */
  List<Integer> missing();
}
