// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.behavior;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.testkit.behavior.PageBehavior;
import io.github.dicomweb.testkit.behavior.PageBehavior.CapNotice;
import io.github.dicomweb.testkit.internal.http.Answer;
import io.github.dicomweb.testkit.internal.http.Request;
import java.io.IOException;
import java.util.List;
import okio.Buffer;

/** Limits the results of a search, and says so or not. */
final class SearchQuirks {
  private final PageBehavior pages;
  private final String service;

  SearchQuirks(PageBehavior pages, String service) {
    this.pages = pages;
    this.service = service;
  }

  Answer apply(Answer answer, Request request) throws IOException {
    if (answer.status() == 204) {
      return switch (pages.nothingFound()) {
        case NO_CONTENT -> answer;
        case EMPTY_ARRAY ->
            answer.withStatus(200).body(Datasets.JSON, new Buffer().writeUtf8("[]"));
        case EMPTY_BODY -> answer.withStatus(200).body(Datasets.JSON, new Buffer());
      };
    }
    int most = most(request);
    if (most == Integer.MAX_VALUE) {
      return answer;
    }
    if (Datasets.isJson(answer)) {
      List<Dataset> results = Datasets.read(answer);
      return results.size() <= most
          ? answer
          : warned(Datasets.array(answer, results.subList(0, most)), results.size() - most);
    }
    if (Message.isMultipart(answer)) {
      List<Message.Part> results = Message.parts(answer);
      return results.size() <= most
          ? answer
          : warned(Rewriter.standard(answer, results.subList(0, most)), results.size() - most);
    }
    return answer;
  }

  private int most(Request request) {
    boolean limited = !request.query().all("limit").isEmpty();
    return limited ? pages.cap() : Math.min(pages.cap(), pages.defaultLimit());
  }

  private Answer warned(Answer answer, int more) {
    return pages.capNotice() == CapNotice.SILENT
        ? answer.withoutHeader("Warning")
        : answer.withHeader(
            "Warning",
            "299 "
                + service
                + " \"There are "
                + more
                + " additional results that can be requested\"");
  }
}
