// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.behavior;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.DatasetBuilder;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.EmptyElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.testkit.behavior.StoreBehavior;
import io.github.dicomweb.testkit.behavior.StoreBehavior.Listing;
import io.github.dicomweb.testkit.behavior.StoreBehavior.Reply;
import io.github.dicomweb.testkit.internal.http.Answer;
import io.github.dicomweb.testkit.internal.http.JsonBody;
import io.github.dicomweb.testkit.internal.http.Request;
import java.io.IOException;
import java.util.List;
import okio.Buffer;

/** Says what became of the instances, in all the ways that there are. */
final class StoreReplies {
  private final StoreBehavior store;

  StoreReplies(StoreBehavior store) {
    this.store = store;
  }

  /** Whether the answer must be made anew, for which the service has to give it in JSON. */
  boolean changesBody() {
    return store.listing() != Listing.ALL
        || (store.reply() != Reply.NEGOTIATED && store.reply() != Reply.EMPTY);
  }

  /** The answer when there was nothing to store. */
  static Answer ofNothing() throws IOException {
    Dataset dataset =
        Dataset.builder()
            .put(EmptyElement.of(Tag.RetrieveURL, VR.UR))
            .put(EmptyElement.of(Tag.ReferencedSOPSequence, VR.SQ))
            .build();
    return JsonBody.object(Answer.of(200), dataset);
  }

  /**
   * The answer in the form of this server.
   *
   * @param asked the request as the client sent it
   */
  Answer apply(Answer answer, Request asked) throws IOException {
    Answer result = answer.withStatus(status(answer.status()));
    if (!changesBody() && store.reply() == Reply.NEGOTIATED) {
      return result;
    }
    if (!Datasets.isJson(answer)) {
      return store.reply() == Reply.EMPTY && answer.status() < 300 ? result.withoutBody() : result;
    }
    Dataset dataset = listed(Datasets.read(answer).get(0));
    boolean xml = asked.acceptedRanges().toString().contains(Datasets.XML);
    return switch (store.reply()) {
      case NEGOTIATED -> xml ? xml(result, dataset) : Datasets.object(result, dataset);
      case OBJECT -> Datasets.object(result, dataset);
      case ARRAY -> Datasets.array(result, List.of(dataset));
      case XML -> xml(result, dataset);
      case EMPTY -> result.withoutBody();
      case HTML ->
          result
              .withoutBody()
              .body(
                  "text/html; charset=utf-8",
                  new Buffer()
                      .writeUtf8("<!DOCTYPE html><html><body><p>Status ")
                      .writeUtf8(result.status() + ".</p></body></html>"));
      case UNTYPED -> Datasets.object(result, dataset).withoutHeader("Content-Type");
      case TEXT_PLAIN -> Datasets.object(result, dataset).withHeader("Content-Type", "text/plain");
    };
  }

  private int status(int status) {
    return switch (status) {
      case 202 -> store.partialStatus();
      case 409 -> store.failedStatus();
      default -> status;
    };
  }

  private static Answer xml(Answer answer, Dataset dataset) throws IOException {
    return answer.withoutBody().body(Datasets.XML, new Buffer().write(Datasets.xml(dataset)));
  }

  private Dataset listed(Dataset dataset) {
    if (store.listing() == Listing.ALL) {
      return dataset;
    }
    DatasetBuilder builder = Dataset.builder();
    for (Element element : dataset) {
      if (element.tag() != Tag.ReferencedSOPSequence) {
        builder.put(element);
        continue;
      }
      List<Dataset> items = element.items();
      int kept = store.listing() == Listing.NONE ? 0 : Math.max(0, items.size() - 1);
      if (kept > 0) {
        builder.putSequence(Tag.ReferencedSOPSequence, items.subList(0, kept));
      }
    }
    return builder.build();
  }
}
