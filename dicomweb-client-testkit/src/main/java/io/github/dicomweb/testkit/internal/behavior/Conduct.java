// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.behavior;

import io.github.dicomweb.testkit.behavior.AnswerBehavior;
import io.github.dicomweb.testkit.behavior.AnswerBehavior.Compression;
import io.github.dicomweb.testkit.behavior.AnswerBehavior.Framing;
import io.github.dicomweb.testkit.behavior.AnswerBehavior.Ranges;
import io.github.dicomweb.testkit.behavior.Feature;
import io.github.dicomweb.testkit.behavior.MetadataBehavior.PixelData;
import io.github.dicomweb.testkit.behavior.ResourceCategory;
import io.github.dicomweb.testkit.behavior.ServerBehavior;
import io.github.dicomweb.testkit.behavior.Truncation;
import io.github.dicomweb.testkit.behavior.Truncation.Ending;
import io.github.dicomweb.testkit.internal.archive.Level;
import io.github.dicomweb.testkit.internal.http.Answer;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import io.github.dicomweb.testkit.internal.http.Request;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okio.Buffer;
import okio.ByteString;
import okio.GzipSink;
import okio.Okio;

/**
 * Has requests answered by services in the way that a server behaves. What is standard passes
 * through as it is; what is changed is held in memory whole. Thread-safe.
 */
public final class Conduct {
  /** What answers requests as the standard says. */
  public interface Services {
    Answer handle(Request request) throws IOException;
  }

  private static final Set<Feature> METHODS = Set.of(Feature.STORE, Feature.DELETE);

  private final ServerBehavior behavior;
  private final AnswerBehavior answers;
  private final Origins origins;
  private final FrontDoor door;
  private final AcceptQuirks accept;
  private final QueryQuirks query;
  private final StoreQuirks store;
  private final StoreReplies storeReplies;
  private final MetadataQuirks metadata;
  private final AnswerQuirks forms;
  private final ErrorQuirks errors;

  public Conduct(ServerBehavior behavior, Origins origins) {
    this.behavior = behavior;
    this.answers = behavior.answers();
    this.origins = origins;
    this.door = new FrontDoor(behavior.faults(), origins);
    this.accept = new AcceptQuirks(behavior);
    this.query = new QueryQuirks(behavior.search(), behavior.pages());
    this.store = new StoreQuirks(behavior);
    this.storeReplies = new StoreReplies(behavior.store());
    this.metadata = new MetadataQuirks(behavior.metadata());
    this.forms = new AnswerQuirks(behavior, origins.base());
    this.errors = new ErrorQuirks(behavior.faults().errorBody());
  }

  public ServerBehavior behavior() {
    return behavior;
  }

  /** Has a request answered. */
  public Delivery handle(Request request, Services services) throws IOException {
    Optional<Answer> elsewhere = door.busy().or(() -> door.redirect(request));
    if (elsewhere.isPresent()) {
      return refusal(elsewhere.get());
    }
    String url = URI.create(origins.base() + "/").resolve(Urls.path(request)).toString();
    Request resource = rerouted(FrontDoor.resource(request));
    if (answers.ranges() == Ranges.IGNORED) {
      resource = resource.withoutHeader("Range");
    }
    Target target = Target.of(resource);
    try {
      Answer answer = answer(resource, target, url, services);
      AnswerQuirks.Formed formed =
          answer.status() < 300
              ? forms.apply(answer, target, url)
              : AnswerQuirks.Formed.single(answer);
      return deliver(formed, request);
    } catch (HttpProblem problem) {
      return refusal(problem.toAnswer());
    }
  }

  /** An answer of no service, such as a refusal. */
  public Delivery refusal(Answer answer) throws IOException {
    return Delivery.of(forms.labelled(errors.apply(answer)), Framing.CONTENT_LENGTH);
  }

  private Answer answer(Request request, Target target, String url, Services services)
      throws IOException {
    if (target.needs().stream().anyMatch(behavior.absent()::contains)) {
      throw METHODS.containsAll(target.needs())
          ? HttpProblem.methodNotAllowed(List.of("GET", "HEAD", "OPTIONS"))
          : HttpProblem.notFound();
    }
    Request understood = accept.apply(request, target);
    return switch (target.category()) {
      case SEARCH -> searched(query.apply(understood, target.level()), services);
      case STORE -> stored(understood, request, services);
      case METADATA -> metadata.apply(served(metadata.unconditional(understood), services), url);
      default -> served(understood, services);
    };
  }

  private Answer searched(Request request, Services services) throws IOException {
    return new SearchQuirks(behavior.pages(), origins.base())
        .apply(served(request, services), request);
  }

  private Answer stored(Request request, Request asked, Services services) throws IOException {
    Request kept = store.apply(request);
    if (storeReplies.changesBody()) {
      kept = kept.withAcceptedRanges(List.of(Datasets.JSON));
    }
    Answer answer = store.isNothing(kept) ? StoreReplies.ofNothing() : served(kept, services);
    return storeReplies.apply(answer, asked);
  }

  private Answer served(Request request, Services services) throws IOException {
    try {
      return services.handle(request);
    } catch (HttpProblem problem) {
      if (problem.toAnswer().status() == 406) {
        throw accept.refused();
      }
      throw problem;
    }
  }

  /** Where the URL of an instance stands for its pixel data. */
  private Request rerouted(Request request) {
    Target target = Target.of(request);
    if (behavior.metadata().pixelData() != PixelData.INSTANCE_URL
        || target.category() != ResourceCategory.INSTANCES
        || target.level() != Level.INSTANCE) {
      return request;
    }
    List<AcceptedRange> ranges =
        request.acceptedRanges().stream().map(AcceptedRange::parse).toList();
    boolean bulk =
        !ranges.isEmpty()
            && ranges.stream()
                .map(AcceptedRange::content)
                .allMatch(type -> type.matches("application/octet-stream|image/.*|video/.*"));
    if (!bulk) {
      return request;
    }
    List<String> segments = new ArrayList<>(request.segments());
    segments.add("pixeldata");
    return request.withSegments(segments);
  }

  private Delivery deliver(AnswerQuirks.Formed formed, Request request) throws IOException {
    Answer answer = forms.labelled(errors.apply(formed.answer()));
    if (answer.body() == null) {
      return Delivery.of(answer, Framing.CONTENT_LENGTH);
    }
    long length = answer.body().length();
    long end = end(formed, request, length);
    Answer sent = answer;
    if (end < length) {
      sent = answer.withBody(new Buffer().write(answer.bytes().substring(0, (int) end)));
    }
    sent = compressed(sent, request);
    Framing framing = answers.framing();
    if (framing == Framing.CLOSE_AFTER_SEVERAL) {
      framing = formed.several() ? Framing.CONNECTION_CLOSE : Framing.CONTENT_LENGTH;
    }
    boolean broken = end < length && answers.truncation().ending() == Ending.BROKEN_OFF;
    return new Delivery(sent, framing, broken ? length : 0);
  }

  /** Where the body ends that is sent. */
  private long end(AnswerQuirks.Formed formed, Request request, long length) {
    Truncation truncation = answers.truncation();
    if (formed.answer().status() >= 300 || !request.method().equals("GET")) {
      return length;
    }
    return switch (truncation.point()) {
      case NOWHERE -> length;
      case AFTER_BYTES -> Math.min(length, truncation.bytes());
      case BEFORE_CLOSING_DELIMITER -> formed.closing() < 0 ? length : formed.closing();
    };
  }

  private Answer compressed(Answer answer, Request request) throws IOException {
    boolean accepted =
        request.header("Accept-Encoding").filter(value -> value.contains("gzip")).isPresent();
    if (answers.compression() == Compression.NEVER
        || (answers.compression() == Compression.WHEN_ACCEPTED && !accepted)) {
      return answer;
    }
    ByteString plain = answer.bytes();
    Buffer gzip = new Buffer();
    try (okio.BufferedSink sink = Okio.buffer(new GzipSink(gzip))) {
      sink.write(plain);
    }
    return answer.withBody(gzip).withHeader("Content-Encoding", "gzip");
  }
}
