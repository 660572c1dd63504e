// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.render;

import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.internal.render.RealVolume.Kind;
import io.github.dicomweb.internal.retrieve.Target;
import io.github.dicomweb.retrieve.VolumeRequest;
import io.github.dicomweb.retrieve.VolumeService;
import org.jspecify.annotations.Nullable;

/** The rendered volumes of a server. */
public final class RealVolumes implements VolumeService {
  private final Transport transport;

  /** Creates it for a server. */
  public RealVolumes(Transport transport) {
    this.transport = transport;
  }

  private VolumeRequest request(
      Kind kind, String study, @Nullable String series, @Nullable String instance) {
    return new RealVolume(transport, new Target(study, series, instance), kind);
  }

  @Override
  public VolumeRequest retrieveRenderedMpr(String study) {
    return request(Kind.MPR, study, null, null);
  }

  @Override
  public VolumeRequest retrieveRenderedMpr(String study, String series) {
    return request(Kind.MPR, study, series, null);
  }

  @Override
  public VolumeRequest retrieveRenderedMpr(String study, String series, String instance) {
    return request(Kind.MPR, study, series, instance);
  }

  @Override
  public VolumeRequest retrieveRendered3d(String study) {
    return request(Kind.VOLUME, study, null, null);
  }

  @Override
  public VolumeRequest retrieveRendered3d(String study, String series) {
    return request(Kind.VOLUME, study, series, null);
  }

  @Override
  public VolumeRequest retrieveRendered3d(String study, String series, String instance) {
    return request(Kind.VOLUME, study, series, instance);
  }

  @Override
  public String toString() {
    return "Volumes";
  }
}
