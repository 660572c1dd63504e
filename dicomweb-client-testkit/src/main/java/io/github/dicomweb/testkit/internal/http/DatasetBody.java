// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.http;

import io.github.dicomweb.dicom.Dataset;
import java.io.IOException;
import java.util.List;

/** Datasets in what the client likes best, JSON when it has no preference. */
public final class DatasetBody {
  private static final List<Offer> LISTS = List.of(JsonBody.OFFER, XmlBody.OFFER);
  private static final List<Offer> SINGLE =
      List.of(JsonBody.OFFER, XmlBody.SINGLE_OFFER, XmlBody.OFFER);

  private DatasetBody() {}

  /** How a list will be sent, or 406. */
  public static Offer requireList(Request request) {
    return request.accept().require(LISTS);
  }

  /** How one dataset will be sent, or 406. */
  public static Offer requireSingle(Request request) {
    return request.accept().require(SINGLE);
  }

  /** A list of datasets. */
  public static Answer list(Answer answer, Offer offer, List<Dataset> datasets) throws IOException {
    return offer.equals(JsonBody.OFFER)
        ? JsonBody.array(answer, datasets)
        : XmlBody.multipart(answer, datasets);
  }

  /** One dataset that is no list. */
  public static Answer single(Answer answer, Offer offer, Dataset dataset) throws IOException {
    if (offer.equals(JsonBody.OFFER)) {
      return JsonBody.object(answer, dataset);
    }
    return offer.multipart()
        ? XmlBody.multipart(answer, List.of(dataset))
        : XmlBody.document(answer, dataset);
  }
}
