// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.error.MalformedResponseException;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.decode.SinglePart;
import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.retrieve.InstancePart;
import io.github.dicomweb.retrieve.Part;
import io.github.dicomweb.retrieve.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one part of an answer that has one. Owns the answer.
 *
 * @param <P> the kind of part
 */
public final class OnePart<P extends Part> extends OnePass<P> {
  private final Answer answer;
  private final LiveParts<LivePart> parts;
  private final LivePart live;
  private final P part;
  private final List<Warning> warnings = new ArrayList<>();
  private boolean given;

  private OnePart(
      Answer answer, LiveParts<LivePart> parts, LivePart live, Function<LivePart, P> kind) {
    this.answer = answer;
    this.parts = parts;
    this.live = live;
    this.part = kind.apply(live);
  }

  /** An instance; the answer is closed if it is none. */
  public static OnePart<InstancePart> instance(Answer answer, Limits limits) {
    return open(answer, limits, SinglePart.INSTANCE, LiveInstance::new);
  }

  /** Something rendered; the answer is closed if it is not. */
  public static OnePart<Part> rendered(Answer answer, Limits limits) {
    return open(answer, limits, SinglePart.RENDERED, live -> live);
  }

  private static <P extends Part> OnePart<P> open(
      Answer answer, Limits limits, SinglePart single, Function<LivePart, P> kind) {
    LiveParts<LivePart> parts = LiveParts.open(answer, limits, single, Function.identity());
    try {
      if (answer.status() == 206) {
        throw answer.malformed("a piece of the object came where the whole was asked for").build();
      }
      LivePart live = parts.next().orElseThrow(() -> nothing(answer));
      if (!parts.multipart() && answer.source().exhausted()) {
        throw nothing(answer);
      }
      OnePart<P> one = new OnePart<>(answer, parts, live, kind);
      if (parts.multipart()) {
        one.warn("a multipart answer where there is one object only");
      }
      return one;
    } catch (IOException e) {
      parts.close();
      throw answer.failure(e);
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  private static MalformedResponseException nothing(Answer answer) {
    return answer.malformed("the answer is empty").build();
  }

  /** The part, whether it was given out or not. */
  public P part() {
    return part;
  }

  /** Whether the body has other bytes than those of the part. */
  public boolean multipart() {
    return parts.multipart();
  }

  /** Adds to the warnings. */
  public void warn(String tolerated) {
    warnings.add(Warning.tolerated(tolerated));
  }

  @Override
  protected @Nullable P advance() {
    if (!given) {
      given = true;
      return part;
    }
    if (parts.next().isPresent()) {
      throw answer.malformed("more than one part where there is one object only").build();
    }
    return null;
  }

  /** Never: a piece of the object was refused. */
  @Override
  public boolean partial() {
    return false;
  }

  /** Reads everything and makes sure that there is no more. */
  public byte[] readAllBytes() {
    byte[] bytes = live.readAllBytes();
    end();
    return bytes;
  }

  /** Puts the part into a file that appears when it is whole and there is no more. */
  public long saveTo(Path file) {
    return live.saveTo(file, this::end);
  }

  private void end() {
    while (!ended()) {
      Object unused = next();
    }
  }

  /** Whether the end shows that nothing was cut. */
  public Verdict verdict() {
    return ended() && parts.endIsProven() ? Verdict.COMPLETE : Verdict.UNKNOWN;
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
