// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import java.util.List;

/**
 * What is to be transferred of what the server lists.
 *
 * @param units the transfers
 * @param listed how many instances the server lists
 * @param present how many of them are there
 */
record Plan(List<Unit> units, long listed, long present) {

  /**
   * One transfer.
   *
   * @param target what is asked for
   * @param instances the SOP Instance UIDs of what it shall bring
   */
  record Unit(Target target, List<String> instances) {

    /** The level and the count. */
    @Override
    public String toString() {
      return "Unit[" + target + ", " + instances.size() + "]";
    }
  }
}
