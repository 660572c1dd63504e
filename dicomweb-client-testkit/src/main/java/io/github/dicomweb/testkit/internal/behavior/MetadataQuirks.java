// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.behavior;

import io.github.dicomweb.dicom.BulkDataElement;
import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.DatasetBuilder;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.SequenceElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.testkit.behavior.MetadataBehavior;
import io.github.dicomweb.testkit.behavior.MetadataBehavior.EntityTags;
import io.github.dicomweb.testkit.behavior.MetadataBehavior.PixelData;
import io.github.dicomweb.testkit.internal.http.Answer;
import io.github.dicomweb.testkit.internal.http.Request;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Changes metadata. */
final class MetadataQuirks {
  private static final Set<VR> BINARY = Set.of(VR.OB, VR.OD, VR.OF, VR.OL, VR.OV, VR.OW, VR.UN);
  private static final Set<Integer> PIXEL_DATA =
      Set.of(Tag.PixelData, Tag.FloatPixelData, Tag.DoubleFloatPixelData);

  private final MetadataBehavior metadata;

  MetadataQuirks(MetadataBehavior metadata) {
    this.metadata = metadata;
  }

  private boolean changesNothing() {
    return metadata.bulkData() == MetadataBehavior.BulkData.REFERENCED
        && metadata.pixelData() == PixelData.LIKE_OTHERS
        && metadata.uris() == MetadataBehavior.UriForm.ABSOLUTE;
  }

  private Dataset change(Dataset dataset, String url) {
    DatasetBuilder builder = Dataset.builder();
    for (Element element : dataset) {
      boolean pixels = PIXEL_DATA.contains(element.tag());
      if (pixels && metadata.pixelData() == PixelData.ABSENT) {
        continue;
      }
      if (metadata.bulkData() == MetadataBehavior.BulkData.STRIPPED
          && (BINARY.contains(element.vr()) || element instanceof BulkDataElement)) {
        continue;
      }
      if (element instanceof SequenceElement) {
        List<Dataset> items = element.items().stream().map(item -> change(item, url)).toList();
        builder.put(SequenceElement.of(element.tag(), element.vr(), items));
      } else if (element instanceof BulkDataElement bulk) {
        String uri = bulk.reference().uri();
        if (pixels && metadata.pixelData() == PixelData.INSTANCE_URL) {
          uri = uri.substring(0, uri.indexOf("/bulkdata/"));
        }
        String formed = Urls.bulkData(uri, metadata.uris(), url);
        builder.putBulkData(element.tag(), element.vr(), BulkDataReference.of(formed));
      } else {
        builder.put(element);
      }
    }
    return builder.build();
  }

  /** A request that is not conditional where there are no entity tags. */
  Request unconditional(Request request) {
    return metadata.entityTags() == EntityTags.PRESENT
        ? request
        : request.withoutHeader("If-None-Match");
  }

  Answer apply(Answer answer, String url) throws IOException {
    Answer tagged =
        metadata.entityTags() == EntityTags.PRESENT ? answer : answer.withoutHeader("ETag");
    return changesNothing() || answer.body() == null
        ? tagged
        : Datasets.change(tagged, dataset -> change(dataset, url));
  }
}
