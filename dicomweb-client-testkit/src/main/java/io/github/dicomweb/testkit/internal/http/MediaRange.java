// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.http;

import java.util.Locale;
import java.util.Map;

/**
 * One range of an Accept header (PS3.18 §8.7.8).
 *
 * @param type such as {@code application/dicom}, {@code application/*} or {@code *}{@code /*}
 * @param parameters by lower-case name, {@code q} not among them
 * @param quality from 0 to 1
 */
record MediaRange(String type, Map<String, String> parameters, double quality) {
  static final String MULTIPART_RELATED = "multipart/related";

  /** How exactly the range names the offer, or -1 when it does not include it. */
  int specificity(Offer offer) {
    if (offer.multipart()) {
      if (!type.equals(MULTIPART_RELATED)) {
        return withTransferSyntax(wildcard(type, MULTIPART_RELATED), offer);
      }
      String root = parameters.getOrDefault("type", "*/*").toLowerCase(Locale.ROOT);
      int match = root.equals(offer.type()) ? 3 : wildcard(root, offer.type());
      return match < 0 ? -1 : withTransferSyntax(match + 1, offer);
    }
    return withTransferSyntax(type.equals(offer.type()) ? 3 : wildcard(type, offer.type()), offer);
  }

  private int withTransferSyntax(int match, Offer offer) {
    if (match < 0 || !offer.hasTransferSyntax()) {
      return match;
    }
    String wanted = parameters.getOrDefault("transfer-syntax", offer.defaultTransferSyntax());
    if (wanted.equals("*")) {
      return match;
    }
    return wanted.equals(offer.transferSyntax()) ? match + 1 : -1;
  }

  private static int wildcard(String pattern, String type) {
    if (pattern.equals("*/*")) {
      return 0;
    }
    boolean prefix =
        pattern.endsWith("/*") && type.startsWith(pattern.substring(0, pattern.length() - 1));
    return prefix ? 1 : -1;
  }
}
