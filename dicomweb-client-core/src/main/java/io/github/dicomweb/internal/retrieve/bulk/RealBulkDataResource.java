// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve.bulk;

import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.internal.http.Service;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.internal.negotiate.Gate;
import io.github.dicomweb.internal.negotiate.Ladder;
import io.github.dicomweb.internal.negotiate.Ladder.Parting;
import io.github.dicomweb.internal.negotiate.Links;
import io.github.dicomweb.internal.retrieve.Target;
import io.github.dicomweb.media.MediaRange;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.media.ResourceCategory;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.retrieve.BulkDataPart;
import io.github.dicomweb.retrieve.BulkDataResourceRequest;
import io.github.dicomweb.retrieve.Parts;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A retrieval of all bulk data, or all pixel data, of something. */
public final class RealBulkDataResource implements BulkDataResourceRequest {

  /** Which values. */
  public enum Resource {
    /** All bulk data. */
    BULK_DATA("bulkdata"),
    /** Pixel Data, Float Pixel Data and Double Float Pixel Data. */
    PIXEL_DATA("pixeldata");

    private final String segment;

    Resource(String segment) {
      this.segment = segment;
    }
  }

  private final Transport transport;
  private final Target target;
  private final Resource resource;
  private final Asked asked;

  /** Creates it for a server. */
  public RealBulkDataResource(Transport transport, Target target, Resource resource) {
    this(transport, target, resource, Asked.stored(ResourceCategory.BULK_DATA));
  }

  private RealBulkDataResource(Transport transport, Target target, Resource resource, Asked asked) {
    this.transport = transport;
    this.target = target;
    this.resource = resource;
    this.asked = asked;
  }

  @Override
  public BulkDataResourceRequest accept(MediaType... types) {
    return new RealBulkDataResource(transport, target, resource, asked.types(types));
  }

  @Override
  public BulkDataResourceRequest accept(MediaRange... ranges) {
    return new RealBulkDataResource(transport, target, resource, asked.ranges(List.of(ranges)));
  }

  @Override
  public Parts<BulkDataPart> open() {
    return open(new Operation());
  }

  @Override
  public CompletableFuture<Parts<BulkDataPart>> openAsync() {
    return Operation.async(transport.executor(), this::open);
  }

  private Parts<BulkDataPart> open(Operation operation) {
    Gate.require(transport.profile(), Feature.BULK_DATA_RESOURCES);
    Ladder ladder = Ladder.of(transport.profile()).parts(Parting.MANY);
    Ladder filled = asked.isStored() ? ladder.askStored() : ladder.ask(asked.ranges());
    // What works for a value does not show what works for all of them.
    String kind = ResourceCategory.BULK_DATA.name() + " " + resource.segment;
    return LiveBulkData.open(
        transport.send(
            target.get().path(resource.segment).accept(kind, filled.build()).build(), operation),
        transport.limits(),
        Links.of(transport.profile(), transport.base(Service.RETRIEVE)),
        null);
  }

  /** The level, not the identifiers. */
  @Override
  public String toString() {
    return (resource == Resource.BULK_DATA ? "Bulk data" : "Pixel data") + " of " + article();
  }

  private String article() {
    return (target.instance() == null ? "a " : "an ") + target;
  }
}
