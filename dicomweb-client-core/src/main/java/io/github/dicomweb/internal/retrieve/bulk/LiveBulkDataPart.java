// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve.bulk;

import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.internal.negotiate.Links;
import io.github.dicomweb.internal.retrieve.LivePart;
import io.github.dicomweb.retrieve.BulkDataPart;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** A value that is arriving. */
final class LiveBulkDataPart extends LivePart implements BulkDataPart {
  private final Links links;
  private final HttpUrl answered;

  LiveBulkDataPart(LivePart part, Links links, HttpUrl answered) {
    super(part);
    this.links = links;
    this.answered = answered;
  }

  LiveBulkDataPart(LivePart part, InputStream range, Links links, HttpUrl answered) {
    super(part, range);
    this.links = links;
    this.answered = answered;
  }

  @Override
  public boolean isFor(BulkDataReference reference) {
    Optional<HttpUrl> location = contentLocation().map(this::followed);
    return location.isPresent() && location.get().equals(followed(reference.uri()));
  }

  private @Nullable HttpUrl followed(String reference) {
    HttpUrl url = links.resolve(reference, answered);
    return url == null ? null : links.follow(url);
  }

  /** Writes it to a file, which appears only after a check. */
  long saveChecked(Path file, Runnable check) {
    return saveTo(file, check);
  }

  @Override
  public String toString() {
    return "BulkDataPart[" + index() + "]";
  }
}
