// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve.bulk;

import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.internal.http.Exchange;
import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.internal.http.Service;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.internal.negotiate.Gate;
import io.github.dicomweb.internal.negotiate.Ladder;
import io.github.dicomweb.internal.negotiate.Ladder.Parting;
import io.github.dicomweb.internal.negotiate.Links;
import io.github.dicomweb.media.MediaRange;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.media.ResourceCategory;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.retrieve.BulkDataPart;
import io.github.dicomweb.retrieve.BulkDataRequest;
import io.github.dicomweb.retrieve.Parts;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** A retrieval of one value by its URI. */
public final class RealBulkData implements BulkDataRequest {
  private final Transport transport;
  private final BulkDataReference reference;
  private final Asked asked;
  private final @Nullable ByteRange range;
  private final @Nullable HttpUrl against;

  /** Creates it for a server. */
  public RealBulkData(Transport transport, BulkDataReference reference) {
    this(transport, reference, Asked.stored(ResourceCategory.BULK_DATA), null, null);
  }

  private RealBulkData(
      Transport transport,
      BulkDataReference reference,
      Asked asked,
      @Nullable ByteRange range,
      @Nullable HttpUrl against) {
    this.transport = transport;
    this.reference = reference;
    this.asked = asked;
    this.range = range;
    this.against = against;
  }

  private BulkDataRequest with(Asked value) {
    return new RealBulkData(transport, reference, value, range, against);
  }

  private BulkDataRequest with(ByteRange value) {
    return new RealBulkData(transport, reference, asked, value, against);
  }

  @Override
  public BulkDataRequest accept(MediaType... types) {
    return with(asked.types(types));
  }

  @Override
  public BulkDataRequest accept(MediaRange... ranges) {
    return with(asked.ranges(List.of(ranges)));
  }

  @Override
  public BulkDataRequest range(long first, long last) {
    return with(ByteRange.between(first, last));
  }

  @Override
  public BulkDataRequest rangeFrom(long first) {
    return with(ByteRange.from(first));
  }

  @Override
  public BulkDataRequest lastBytes(long count) {
    return with(ByteRange.ofLast(count));
  }

  @Override
  public BulkDataRequest relativeTo(String url) {
    HttpUrl parsed = HttpUrl.parse(url);
    if (parsed == null) {
      throw new IllegalArgumentException("references are relative to an HTTP or HTTPS URL");
    }
    return new RealBulkData(transport, reference, asked, range, parsed);
  }

  @Override
  public Parts<BulkDataPart> open() {
    return open(new Operation());
  }

  @Override
  public CompletableFuture<Parts<BulkDataPart>> openAsync() {
    return Operation.async(transport.executor(), this::open);
  }

  @Override
  public long saveTo(Path file) {
    return saveTo(file, new Operation());
  }

  @Override
  public CompletableFuture<Long> saveToAsync(Path file) {
    return Operation.async(transport.executor(), operation -> saveTo(file, operation));
  }

  private long saveTo(Path file, Operation operation) {
    try (LiveBulkData parts = open(operation)) {
      return parts.saveOnly(file);
    }
  }

  @Override
  public byte[] readAllBytes() {
    return readAllBytes(new Operation());
  }

  @Override
  public CompletableFuture<byte[]> readAllBytesAsync() {
    return Operation.async(transport.executor(), this::readAllBytes);
  }

  private byte[] readAllBytes(Operation operation) {
    try (LiveBulkData parts = open(operation)) {
      return parts.onlyBytes();
    }
  }

  private LiveBulkData open(Operation operation) {
    Gate.require(transport.profile(), Feature.BULK_DATA);
    Links links = Links.of(transport.profile(), transport.base(Service.RETRIEVE));
    HttpUrl url = links.resolve(reference.uri(), against);
    if (url == null) {
      throw new IllegalArgumentException(
          "bulk data is retrieved by http and https only; this reference is neither");
    }
    HttpUrl followed = links.follow(url);
    return LiveBulkData.open(send(followed, operation), transport.limits(), links, range);
  }

  private Answer send(HttpUrl url, Operation operation) {
    if (range == null) {
      return transport.send(exchange(url).build(), operation);
    }
    // Of a compressed transfer it would be the compressed bytes that are counted.
    Answer answer =
        transport.send(
            exchange(url)
                .header("Range", range.header())
                .header("Accept-Encoding", "identity")
                .build(),
            operation);
    if (!LiveBulkData.isEncoded(answer)) {
      return answer;
    }
    answer.close();
    // Files that lie compressed on the server: the range is cut out of the whole here.
    return transport.send(exchange(url).build(), operation);
  }

  private Exchange.Builder exchange(HttpUrl url) {
    return Exchange.get(Service.RETRIEVE, url, "bulkDataUri")
        .accept(ResourceCategory.BULK_DATA.name(), accepts());
  }

  private List<String> accepts() {
    // The bytes of a range are counted in what is sent, and those of a multipart body are not the
    // value's. Anything comes last: for some URIs that is a whole instance.
    Ladder ladder =
        Ladder.of(transport.profile()).parts(range == null ? Parting.ONE : Parting.ONE_ALONE);
    return (asked.isStored() ? ladder.askStoredValue() : ladder.ask(asked.ranges())).build();
  }

  /** Says nothing of the reference. */
  @Override
  public String toString() {
    return range == null ? "Bulk data" : "Some of the bytes of bulk data";
  }
}
