// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.negotiate;

import io.github.dicomweb.internal.negotiate.Ladder.Parting;
import io.github.dicomweb.media.MediaRange;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.profile.ServerProfile;
import java.util.List;

/** The Accept values for datasets, in one model or the other. */
public final class ModelLadder {
  private static final List<String> JSON =
      List.of("application/dicom+json", "application/dicom+json, application/json;q=0.9");

  private ModelLadder() {}

  /**
   * The Accept values, the best first. XML comes in a multipart body (PS3.18 §8.7.3.2), yet some
   * servers know it by its bare name only.
   *
   * @param profile the facts of the server
   * @param model JSON or XML
   */
  public static List<String> of(ServerProfile profile, MediaType model) {
    return model.equals(MediaType.DICOM_XML)
        ? Ladder.of(profile).parts(Parting.ONE).ask(MediaRange.of(MediaType.DICOM_XML)).build()
        : JSON;
  }
}
