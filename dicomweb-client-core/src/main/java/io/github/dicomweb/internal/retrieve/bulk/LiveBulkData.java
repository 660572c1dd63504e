// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve.bulk;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.internal.negotiate.Links;
import io.github.dicomweb.internal.retrieve.LivePart;
import io.github.dicomweb.internal.retrieve.LiveParts;
import io.github.dicomweb.internal.retrieve.OnePass;
import io.github.dicomweb.retrieve.BulkDataPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that are arriving, or some of the bytes of one. */
final class LiveBulkData extends OnePass<BulkDataPart> {
  private static final int PARTIAL_CONTENT = 206;

  private final Answer answer;
  private final LiveParts<LivePart> parts;
  private final Limits limits;
  private final Links links;
  private final @Nullable ByteRange range;
  private final List<Warning> warnings = new ArrayList<>();
  private int given;

  private LiveBulkData(Answer answer, Limits limits, Links links, @Nullable ByteRange range) {
    this.answer = answer;
    this.parts = BulkAnswers.open(answer, limits);
    this.limits = limits;
    this.links = links;
    this.range = range;
  }

  /**
   * Takes an answer over, which is closed if it cannot be read.
   *
   * @param answer the answer
   * @param limits the limits of what is read
   * @param links what its locations refer to
   * @param range the bytes that were asked for, or null for all
   */
  static LiveBulkData open(Answer answer, Limits limits, Links links, @Nullable ByteRange range) {
    return new LiveBulkData(answer, limits, links, range);
  }

  /** Whether the bytes that come are others than those of the value. */
  static boolean isEncoded(Answer answer) {
    String encoding = answer.header("Content-Encoding");
    return encoding != null && !encoding.equalsIgnoreCase("identity");
  }

  @Override
  protected @Nullable LiveBulkDataPart advance() {
    LivePart part = parts.next().orElse(null);
    if (part == null) {
      return null;
    }
    given++;
    if (range == null) {
      return new LiveBulkDataPart(part, links, answer.url());
    }
    if (given > 1) {
      throw answer.malformed("a range of a value that came in several parts").build();
    }
    return new LiveBulkDataPart(part, bytes(part, range), links, answer.url());
  }

  private InputStream bytes(LivePart part, ByteRange wanted) {
    if (isEncoded(answer)) {
      throw answer
          .malformed("the value comes in a Content-Encoding that was not asked for")
          .build();
    }
    if (answer.status() == PARTIAL_CONTENT) {
      long length = wanted.lengthOf(contentRange(part));
      if (length < 0) {
        throw answer
            .malformed("the Content-Range is missing, or not the range that was asked for")
            .build();
      }
      return RangeStream.exactly(part.inputStream(), length, part.index());
    }
    warnings.add(
        Warning.tolerated("the server sent the whole value in place of the range asked for"));
    try {
      InputStream taken =
          WholeValue.take(part.inputStream(), lengthOf(part), wanted, limits.inlineBytes());
      if (taken == null) {
        throw answer.malformed("the value ends before the range begins").build();
      }
      return taken;
    } catch (IOException e) {
      throw answer.failure(e);
    }
  }

  private String contentRange(LivePart part) {
    String ofAnswer = answer.header("Content-Range");
    return part.headers().getOrDefault("content-range", ofAnswer == null ? "" : ofAnswer);
  }

  /** The length of a whole value, or −1; the reader of the part insists on it. */
  private long lengthOf(LivePart part) {
    if (!parts.multipart()) {
      return answer.contentLength();
    }
    Map<String, String> headers = part.headers();
    String declared = headers.getOrDefault("content-length", "");
    return declared.matches("[0-9]{1,18}") ? Long.parseLong(declared) : -1;
  }

  /** Reads what must be one whole value. */
  byte[] onlyBytes() {
    byte[] bytes = only().readAllBytes();
    requireNoMore();
    return bytes;
  }

  /** Saves what must be one whole value. */
  long saveOnly(Path file) {
    return only().saveChecked(file, this::requireNoMore);
  }

  private LiveBulkDataPart only() {
    if (next().orElse(null) instanceof LiveBulkDataPart part) {
      return part;
    }
    throw answer.malformed("the answer has no part").build();
  }

  private void requireNoMore() {
    if (next().isPresent()) {
      throw answer.malformed("the value came in several parts, which open() gives").build();
    }
    if (partial()) {
      throw answer.malformed("the server says that its answer is not whole (206)").build();
    }
    boolean counted = range != null && answer.status() == PARTIAL_CONTENT;
    if (!counted && !parts.endIsProven()) {
      throw answer
          .malformed("a value without a length, so that nothing shows that it is whole")
          .build();
    }
  }

  @Override
  public boolean partial() {
    return range == null && parts.partial();
  }

  @Override
  public List<Warning> warnings() {
    List<Warning> all = new ArrayList<>(parts.warnings());
    all.addAll(warnings);
    return all;
  }

  @Override
  public void close() {
    parts.close();
  }
}
