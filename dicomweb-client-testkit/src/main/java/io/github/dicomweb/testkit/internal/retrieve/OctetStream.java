// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.retrieve;

import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.testkit.internal.http.Answer;
import io.github.dicomweb.testkit.internal.http.Offer;
import io.github.dicomweb.testkit.internal.http.Part;
import io.github.dicomweb.testkit.internal.http.Parts;
import io.github.dicomweb.testkit.internal.http.Request;
import java.util.ArrayList;
import java.util.List;

/** Answers of bytes (PS3.18 §8.7.3.3). */
final class OctetStream {
  private static final String UID = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid();
  private static final String MEDIA_TYPE = "application/octet-stream";

  /** The Content-Type of a part. */
  static final String TYPE = MEDIA_TYPE + "; transfer-syntax=" + UID;

  private OctetStream() {}

  /** The parts as one body, without multipart only where there is one part. */
  static Answer answer(Request request, List<Part> parts) {
    List<Offer> offers = new ArrayList<>(List.of(Offer.multipart(MEDIA_TYPE, UID)));
    if (parts.size() == 1) {
      offers.add(Offer.single(MEDIA_TYPE, UID));
    }
    Offer offer = request.accept().require(offers);
    return offer.multipart()
        ? Parts.multipart(Answer.of(200), MEDIA_TYPE, parts)
        : Parts.single(Answer.of(200), parts.get(0));
  }
}
