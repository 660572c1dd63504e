// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.retrieve;

import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.testkit.internal.http.Accept;
import io.github.dicomweb.testkit.internal.http.Answer;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import io.github.dicomweb.testkit.internal.http.Offer;
import io.github.dicomweb.testkit.internal.http.Part;
import io.github.dicomweb.testkit.internal.http.Parts;
import io.github.dicomweb.testkit.internal.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A way to send a value.
 *
 * @param type the media type of its parts
 * @param transferSyntax the UID, or an empty string where the type knows none
 * @param parts of native and of other data there is one, of compressed pixel data one per frame
 */
record Representation(String type, String transferSyntax, List<Part> parts) {
  static final String OCTET_STREAM = "application/octet-stream";

  /** The Content-Type of a part. */
  static String contentType(String type, TransferSyntax transferSyntax) {
    return type + "; transfer-syntax=" + transferSyntax.uid();
  }

  private Offer multipart() {
    return Offer.multipart(type, transferSyntax);
  }

  private Offer single() {
    return Offer.single(type, transferSyntax);
  }

  /**
   * The value in the representation that the client likes best; without multipart only where there
   * is one part, and then a range of it if one is asked for.
   */
  static Answer answer(Request request, List<Representation> representations) {
    List<Offer> offers = new ArrayList<>();
    representations.forEach(r -> offers.add(r.multipart()));
    representations.stream().filter(r -> r.parts.size() == 1).forEach(r -> offers.add(r.single()));
    Offer offer = request.accept().require(offers);
    Representation chosen = chosen(representations, offer);
    return offer.multipart()
        ? Parts.multipart(Answer.of(200), chosen.type, chosen.parts)
        : ByteRange.answer(request, chosen.parts.get(0));
  }

  /** The representation in which the client accepts a value as parts among others. */
  static Optional<Representation> accepted(Accept accept, List<Representation> representations) {
    return accept
        .best(representations.stream().map(Representation::multipart).toList())
        .map(offer -> chosen(representations, offer));
  }

  private static Representation chosen(List<Representation> representations, Offer offer) {
    return representations.stream()
        .filter(r -> r.multipart().equals(offer) || r.single().equals(offer))
        .findFirst()
        .orElseThrow(HttpProblem::notFound);
  }

  @Override
  public String toString() {
    return "Representation[" + type + ", " + parts.size() + " parts]";
  }
}
