// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.negotiate;

import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.profile.ServerProfile;

/** Refuses what a server does not offer before it is asked for. */
public final class Offer {
  private Offer() {}

  /**
   * Insists on a feature.
   *
   * @param profile the profile of the server
   * @param feature what is needed
   * @throws UnsupportedOperationException if the profile does not have it
   */
  public static void require(ServerProfile profile, Feature feature) {
    if (!profile.has(feature)) {
      throw new UnsupportedOperationException(
          "by its profile this server does not offer " + feature);
    }
  }
}
