// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.uri;

import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.internal.retrieve.Target;
import io.github.dicomweb.uri.DicomUriRequest;
import io.github.dicomweb.uri.RenderedUriRequest;
import io.github.dicomweb.uri.UriRequest;
import java.util.List;

/** A request for an object, before it is said in what form. */
public final class RealUri implements UriRequest {
  private final Transport transport;
  private final Target target;

  /** Creates it for a server. */
  public RealUri(Transport transport, Target target) {
    this.transport = transport;
    this.target = target;
  }

  @Override
  public DicomUriRequest dicom() {
    return new RealDicomUri(transport, target, UriParameters.NONE);
  }

  @Override
  public RenderedUriRequest rendered() {
    return new RealRenderedUri(transport, target, UriParameters.NONE, List.of());
  }

  @Override
  public String toString() {
    return "UriRequest";
  }
}
