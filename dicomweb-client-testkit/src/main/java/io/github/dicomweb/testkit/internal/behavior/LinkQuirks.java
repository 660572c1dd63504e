// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.behavior;

import io.github.dicomweb.testkit.behavior.AnswerBehavior.Links;
import java.net.URI;
import okio.ByteString;

/** Makes absolute links lead to the wrong place. */
final class LinkQuirks {
  private final Links links;
  private final String base;
  private final String wrong;

  LinkQuirks(Links links, String base) {
    this.links = links;
    this.base = base;
    String path = URI.create(base).getRawPath();
    this.wrong =
        links == Links.WRONG_HOST
            ? "http://archive.invalid" + path
            : base.replaceFirst("^http:", "https:");
  }

  String apply(String text) {
    return links == Links.RIGHT ? text : text.replace(base, wrong);
  }

  Message.Part apply(Message.Part part) {
    if (links == Links.RIGHT) {
      return part;
    }
    Message.Part located = part.withLocation(apply(part.location()));
    return part.contentType().startsWith(Datasets.XML)
        ? located.withContent(ByteString.encodeUtf8(apply(part.content().utf8())))
        : located;
  }
}
