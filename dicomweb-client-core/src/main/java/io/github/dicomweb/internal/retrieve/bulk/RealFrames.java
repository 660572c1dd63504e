// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve.bulk;

import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.internal.negotiate.Gate;
import io.github.dicomweb.internal.negotiate.Ladder;
import io.github.dicomweb.internal.negotiate.Ladder.Parting;
import io.github.dicomweb.internal.retrieve.Target;
import io.github.dicomweb.media.MediaRange;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.media.ResourceCategory;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.retrieve.FrameParts;
import io.github.dicomweb.retrieve.FramesRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A retrieval of frames. */
public final class RealFrames implements FramesRequest {
  private final Transport transport;
  private final Target target;
  private final List<Integer> frames;
  private final Asked asked;

  /** Creates it for a server. */
  public RealFrames(Transport transport, Target target, int... frames) {
    this(transport, target, FrameNumbers.check(frames), Asked.stored(ResourceCategory.FRAMES));
  }

  private RealFrames(Transport transport, Target target, List<Integer> frames, Asked asked) {
    this.transport = transport;
    this.target = target;
    this.frames = frames;
    this.asked = asked;
  }

  private FramesRequest with(Asked value) {
    return new RealFrames(transport, target, frames, value);
  }

  @Override
  public FramesRequest accept(MediaType... types) {
    return with(asked.types(types));
  }

  @Override
  public FramesRequest accept(MediaRange... ranges) {
    return with(asked.ranges(List.of(ranges)));
  }

  @Override
  public FramesRequest storedTransferSyntax() {
    return with(Asked.stored(ResourceCategory.FRAMES));
  }

  @Override
  public FrameParts open() {
    return open(new Operation());
  }

  @Override
  public CompletableFuture<FrameParts> openAsync() {
    return Operation.async(transport.executor(), this::open);
  }

  private FrameParts open(Operation operation) {
    Gate.require(transport.profile(), Feature.FRAMES);
    return LiveFrames.open(frames, transport.limits(), list -> send(list, operation));
  }

  private Answer send(List<Integer> list, Operation operation) {
    Ladder ladder =
        Ladder.of(transport.profile()).parts(list.size() == 1 ? Parting.ONE : Parting.MANY);
    Ladder filled = asked.isStored() ? ladder.askStored() : ladder.ask(asked.ranges());
    return transport.send(
        target
            .get()
            .numbers("frames", "frames", list)
            .acceptOfEach(ResourceCategory.FRAMES.name(), filled.build())
            .build(),
        operation);
  }

  /** The number of frames, not which. */
  @Override
  public String toString() {
    return frames.size() + " frames of an " + target;
  }
}
