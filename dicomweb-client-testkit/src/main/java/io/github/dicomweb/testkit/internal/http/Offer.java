// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.http;

import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.media.BulkMediaTypes;
import io.github.dicomweb.media.MediaType;

/**
 * A representation that a resource has.
 *
 * @param type the media type, of the parts if it is multipart
 * @param multipart whether it is a {@code multipart/related} of that type
 * @param transferSyntax the transfer syntax, or an empty string where the type knows none
 */
public record Offer(String type, boolean multipart, String transferSyntax) {
  public static Offer single(String type, String transferSyntax) {
    return new Offer(type, false, transferSyntax);
  }

  public static Offer multipart(String type, String transferSyntax) {
    return new Offer(type, true, transferSyntax);
  }

  /** The transfer syntax that a range of this type without one means (PS3.18 §8.7.3.4). */
  String defaultTransferSyntax() {
    return BulkMediaTypes.defaultTransferSyntaxOf(MediaType.of(type))
        .orElse(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
        .uid();
  }

  boolean hasTransferSyntax() {
    return !transferSyntax.isEmpty();
  }
}
