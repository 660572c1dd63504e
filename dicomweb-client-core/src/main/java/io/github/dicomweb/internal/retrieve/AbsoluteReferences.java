// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import io.github.dicomweb.dicom.BulkDataChoice;
import io.github.dicomweb.dicom.BulkDataElement;
import io.github.dicomweb.dicom.BulkDataHandler;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.internal.http.Service;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.internal.negotiate.Links;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Makes the relative BulkDataURIs of metadata absolute while it is known what they refer to (PS3.18
 * §F.2.6), those in items too. Absolute ones stay as they were written.
 *
 * @param links what references of this server refer to
 * @param target what the metadata is of
 * @param request where the metadata came from
 */
record AbsoluteReferences(Links links, Target target, HttpUrl request) {

  static AbsoluteReferences of(Transport transport, Target target) {
    HttpUrl base = transport.base(Service.RETRIEVE);
    return new AbsoluteReferences(Links.of(transport.profile(), base), target, base);
  }

  AbsoluteReferences in(HttpUrl answered) {
    return new AbsoluteReferences(links, target, answered);
  }

  Dataset of(Dataset dataset) {
    BulkDataHandler handler =
        (element, path) -> {
          if (!(element instanceof BulkDataElement bulk)
              || Links.isAbsolute(bulk.reference().uri())) {
            return BulkDataChoice.keep();
          }
          return BulkDataChoice.refer(resolve(bulk.reference().uri(), dataset));
        };
    return handler.applyTo(dataset);
  }

  private String resolve(String uri, Dataset dataset) {
    return links.resolve(
        uri,
        request,
        target.study(),
        orElse(target.series(), dataset, Tag.SeriesInstanceUID),
        orElse(target.instance(), dataset, Tag.SOPInstanceUID));
  }

  private static @Nullable String orElse(@Nullable String known, Dataset dataset, int tag) {
    if (known != null) {
      return known;
    }
    return dataset
        .element(tag)
        .filter(element -> element.vr().kind() == VR.Kind.TEXT && !element.isEmpty())
        .map(element -> element.strings().get(0))
        .orElse(null);
  }

  /** Nothing of what it refers to. */
  @Override
  public String toString() {
    return "AbsoluteReferences of a " + target;
  }
}
