// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.negotiate;

import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.profile.ServerProfile;

/** Refuses what a server does not have, before anything is sent. */
public final class Gate {
  private Gate() {}

  /**
   * Insists on a feature.
   *
   * @param profile the facts about the server
   * @param feature what is needed
   * @throws UnsupportedOperationException if the server does not have it
   */
  public static void require(ServerProfile profile, Feature feature) {
    if (!profile.has(feature)) {
      throw new UnsupportedOperationException(
          "the profile of this server does not have " + feature);
    }
  }
}
