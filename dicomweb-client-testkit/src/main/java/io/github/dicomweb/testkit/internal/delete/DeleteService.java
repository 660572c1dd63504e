// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.delete;

import io.github.dicomweb.testkit.internal.archive.Archive;
import io.github.dicomweb.testkit.internal.archive.StoredInstance;
import io.github.dicomweb.testkit.internal.frames.Resources;
import io.github.dicomweb.testkit.internal.http.Answer;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import io.github.dicomweb.testkit.internal.http.Offer;
import io.github.dicomweb.testkit.internal.http.PathVariables;
import io.github.dicomweb.testkit.internal.http.Request;
import io.github.dicomweb.testkit.internal.http.Router;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import okio.Buffer;

/**
 * Delete of studies, series and instances, which is not in the standard and which servers do in
 * three ways: at once; as a long-running operation, polled until it is done; or by a rejection that
 * gives a reason (PS3.16 CID 7011).
 */
public final class DeleteService {
  private static final Offer JSON = Offer.single("application/json", "");
  private static final Set<String> REASONS =
      Set.of("113001^DCM", "113037^DCM", "113038^DCM", "113039^DCM");

  private final Archive archive;
  private final Supplier<DeleteAnswer> answer;
  private final Operations operations = new Operations();

  /**
   * A service.
   *
   * @param answer how it answers, which may change between requests
   */
  public DeleteService(Archive archive, Supplier<DeleteAnswer> answer) {
    this.archive = archive;
    this.answer = answer;
  }

  public void register(Router router) {
    for (String resource : Resources.LEVELS) {
      router.add("DELETE", resource, this::delete);
      router.add("POST", resource + "/reject/{reason}", this::reject);
    }
    router.add("GET", "/v1/" + Operations.PARENT + "{operation}", this::operation);
  }

  private Answer delete(Request request, PathVariables path) {
    List<StoredInstance> found = Resources.require(archive, path);
    if (answer.get() == DeleteAnswer.NO_CONTENT) {
      archive.remove(found);
      return Answer.of(204);
    }
    if (path.instance().isPresent()) {
      archive.remove(found);
      return json("{}");
    }
    return json(operations.start(() -> archive.remove(found)));
  }

  private Answer operation(Request request, PathVariables path) {
    return json(operations.poll(path.required("operation")));
  }

  private Answer reject(Request request, PathVariables path) {
    request.accept().require(List.of(JSON));
    if (!REASONS.contains(path.required("reason"))) {
      throw HttpProblem.notFound();
    }
    int count = archive.remove(Resources.require(archive, path));
    return json("{\"count\":" + count + "}");
  }

  private static Answer json(String text) {
    return Answer.of(200).body(JSON.type(), new Buffer().writeUtf8(text));
  }
}
