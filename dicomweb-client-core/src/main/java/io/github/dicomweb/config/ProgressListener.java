// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.config;

/**
 * Told how a transfer goes. Called on the thread that transfers, so it should return at once; what
 * it throws ends the transfer.
 */
@FunctionalInterface
public interface ProgressListener {

  /**
   * Called now and then: at each instance, and in between about every megabyte.
   *
   * @param progress where the transfer stands
   */
  void onProgress(Progress progress);
}
