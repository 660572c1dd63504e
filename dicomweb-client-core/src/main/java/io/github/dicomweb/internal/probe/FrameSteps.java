// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.probe;

import io.github.dicomweb.internal.decode.BodyForm;
import io.github.dicomweb.internal.decode.SinglePart;
import io.github.dicomweb.internal.http.Exchange;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.profile.ServerProfile.AcceptStyle;
import io.github.dicomweb.profile.ServerProfile.AnyTransferSyntax;
import io.github.dicomweb.profile.ServerProfile.PartStyle;
import io.github.dicomweb.profile.ServerProfile.TypeQuotes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In which words a frame can be asked for: the same words do for other bulk data. */
final class FrameSteps {
  private static final String STAR = "; transfer-syntax=*";
  private static final String QUOTED = "multipart/related; type=\"application/octet-stream\"";
  private static final String BARE = "multipart/related; type=application/octet-stream";
  private static final String SINGLE = "application/octet-stream";
  // A server that takes the last range of a list, whatever it is, cannot serve this one.
  private static final String IMPOSSIBLE = "multipart/related; type=\"application/x-none\"";

  private record Words(String accept, TypeQuotes quotes, AnyTransferSyntax star, String meaning) {}

  private static final List<Words> WORDS =
      List.of(
          new Words(
              QUOTED + STAR,
              TypeQuotes.QUOTED,
              AnyTransferSyntax.SENT,
              "a frame comes for a quoted type and transfer-syntax=*"),
          new Words(
              QUOTED,
              TypeQuotes.QUOTED,
              AnyTransferSyntax.OMITTED,
              "a frame comes without transfer-syntax=* only"),
          new Words(
              BARE,
              TypeQuotes.BARE,
              AnyTransferSyntax.OMITTED,
              "a frame comes for a type without quotes only"));

  private final Probing probing;

  FrameSteps(Probing probing) {
    this.probing = probing;
  }

  void run(Sample sample) {
    if (!sample.hasPixels()) {
      probing.skipped("frames: the instance has none");
      return;
    }
    boolean missing = true;
    for (Words words : WORDS) {
      Reply<Boolean> reply = frame(sample, words.accept());
      missing &= reply.missing();
      if (reply.value() != null) {
        understood(sample, words, reply, reply.value());
        return;
      }
      probing.unlessRead(reply, "no frame for " + form(words));
    }
    Reply<Boolean> single = frame(sample, SINGLE);
    if (single.value() != null) {
      probing
          .facts()
          .with(Feature.FRAMES)
          .partStyle(PartStyle.SINGLE)
          .anyTransferSyntax(AnyTransferSyntax.OMITTED);
      probing.certain(single, "frames come alone only");
    } else if (missing && single.missing()) {
      probing.facts().without(Feature.FRAMES);
      probing.likely(single, "has no frames");
    } else {
      probing.unlessRead(single, "no frame alone either");
    }
  }

  private static String form(Words words) {
    return (words.quotes() == TypeQuotes.QUOTED ? "a quoted type" : "a type without quotes")
        + (words.star() == AnyTransferSyntax.SENT ? " and transfer-syntax=*" : "");
  }

  private Reply<Boolean> frame(Sample sample, String accept) {
    Exchange.Builder exchange = sample.get().path("frames").path("1");
    return probing.ask(
        exchange,
        accept,
        (answer, warnings) -> BodyForm.of(answer, SinglePart.BULK, warnings).boundary() != null);
  }

  private void understood(Sample sample, Words words, Reply<?> reply, boolean multipart) {
    probing.facts().with(Feature.FRAMES).typeQuotes(words.quotes()).anyTransferSyntax(words.star());
    probing.certain(reply, words.meaning());
    Reply<Boolean> list = frame(sample, words.accept() + ", " + IMPOSSIBLE);
    if (list.value() != null) {
      probing.facts().acceptStyle(AcceptStyle.SEVERAL);
      probing.likely(list, "picks what it can from a list of ranges");
    } else if (list.refused()) {
      probing.facts().acceptStyle(AcceptStyle.ONE);
      probing.certain(list, "does not pick from a list of ranges");
    }
    if (!multipart) {
      probing.facts().partStyle(PartStyle.SINGLE);
      probing.certain(reply, "a frame comes alone, whatever is asked for");
      return;
    }
    probing.facts().partStyle(PartStyle.MULTIPART);
    Reply<Boolean> single =
        frame(sample, SINGLE + (words.star() == AnyTransferSyntax.SENT ? STAR : ""));
    @Nullable Boolean stillMultipart = single.value();
    if (stillMultipart == null) {
      probing.unlessRead(single, "frames in multipart bodies only");
    } else {
      probing.certain(
          single, stillMultipart ? "frames in multipart bodies always" : "frames alone as well");
    }
  }
}
