// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import io.github.dicomweb.config.ProgressListener;
import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.internal.render.RealRendered;
import io.github.dicomweb.internal.render.RealThumbnail;
import io.github.dicomweb.internal.render.RealVolumes;
import io.github.dicomweb.internal.render.RenderTarget;
import io.github.dicomweb.internal.retrieve.RealInstances;
import io.github.dicomweb.internal.retrieve.RealMetadata;
import io.github.dicomweb.internal.retrieve.Target;
import io.github.dicomweb.internal.retrieve.bulk.RealBulkData;
import io.github.dicomweb.internal.retrieve.bulk.RealBulkDataResource;
import io.github.dicomweb.internal.retrieve.bulk.RealBulkDataResource.Resource;
import io.github.dicomweb.internal.retrieve.bulk.RealFrames;
import io.github.dicomweb.internal.search.Searches;
import io.github.dicomweb.internal.zip.RealZip;
import io.github.dicomweb.retrieve.BulkDataRequest;
import io.github.dicomweb.retrieve.BulkDataResourceRequest;
import io.github.dicomweb.retrieve.FramesRequest;
import io.github.dicomweb.retrieve.InstancesRequest;
import io.github.dicomweb.retrieve.MetadataRequest;
import io.github.dicomweb.retrieve.RenderedRequest;
import io.github.dicomweb.retrieve.ThumbnailRequest;
import io.github.dicomweb.retrieve.VolumeService;
import io.github.dicomweb.retrieve.ZipRequest;

/**
 * The Retrieve transactions of a {@link DicomWebClient} (PS3.18 §10.4): a part of it, so that it
 * can be read.
 */
public abstract sealed class RetrieveTransactions permits DicomWebClient {
  private final Transport transport;
  private final Searches searches;
  private final ProgressListener listener;

  RetrieveTransactions(Transport transport, Searches searches, ProgressListener listener) {
    this.transport = transport;
    this.searches = searches;
    this.listener = listener;
  }

  /**
   * Retrieves the instances of a study (PS3.18 §10.4).
   *
   * @param studyInstanceUid the study
   * @return a request
   */
  public InstancesRequest retrieveStudy(String studyInstanceUid) {
    return instances(new Target(studyInstanceUid, null, null));
  }

  /**
   * Retrieves the instances of a series.
   *
   * @param studyInstanceUid the study
   * @param seriesInstanceUid the series
   * @return a request
   */
  public InstancesRequest retrieveSeries(String studyInstanceUid, String seriesInstanceUid) {
    return instances(new Target(studyInstanceUid, seriesInstanceUid, null));
  }

  /**
   * Retrieves one instance.
   *
   * @param studyInstanceUid the study
   * @param seriesInstanceUid the series
   * @param sopInstanceUid the instance
   * @return a request
   */
  public InstancesRequest retrieveInstance(
      String studyInstanceUid, String seriesInstanceUid, String sopInstanceUid) {
    return instances(new Target(studyInstanceUid, seriesInstanceUid, sopInstanceUid));
  }

  private InstancesRequest instances(Target target) {
    return new RealInstances(transport, searches, target, listener);
  }

  /**
   * Retrieves the metadata of a study (PS3.18 §10.4.1.1.2).
   *
   * @param studyInstanceUid the study
   * @return a request
   */
  public MetadataRequest retrieveMetadata(String studyInstanceUid) {
    return metadata(new Target(studyInstanceUid, null, null));
  }

  /**
   * Retrieves the metadata of a series.
   *
   * @param studyInstanceUid the study
   * @param seriesInstanceUid the series
   * @return a request
   */
  public MetadataRequest retrieveMetadata(String studyInstanceUid, String seriesInstanceUid) {
    return metadata(new Target(studyInstanceUid, seriesInstanceUid, null));
  }

  /**
   * Retrieves the metadata of an instance.
   *
   * @param studyInstanceUid the study
   * @param seriesInstanceUid the series
   * @param sopInstanceUid the instance
   * @return a request
   */
  public MetadataRequest retrieveMetadata(
      String studyInstanceUid, String seriesInstanceUid, String sopInstanceUid) {
    return metadata(new Target(studyInstanceUid, seriesInstanceUid, sopInstanceUid));
  }

  private MetadataRequest metadata(Target target) {
    return new RealMetadata(transport, searches, target);
  }

  /**
   * Retrieves frames of an instance (PS3.18 §10.4).
   *
   * @param studyInstanceUid the study
   * @param seriesInstanceUid the series
   * @param sopInstanceUid the instance
   * @param frames the numbers of the frames, from 1, in the order in which they are wanted; each
   *     number below the one before it takes a request of its own
   * @return a request
   * @throws IllegalArgumentException if there is no number, one below 1, or one twice
   */
  public FramesRequest retrieveFrames(
      String studyInstanceUid, String seriesInstanceUid, String sopInstanceUid, int... frames) {
    return new RealFrames(
        transport, new Target(studyInstanceUid, seriesInstanceUid, sopInstanceUid), frames);
  }

  /**
   * Retrieves one value that is not in the metadata (PS3.18 §10.4.1.1.5).
   *
   * @param reference where it is, as the metadata says
   * @return a request
   */
  public BulkDataRequest retrieveBulkData(BulkDataReference reference) {
    return new RealBulkData(transport, reference);
  }

  /**
   * Retrieves all bulk data of a study (PS3.18 §10.4.1.1.5).
   *
   * @param studyInstanceUid the study
   * @return a request
   */
  public BulkDataResourceRequest retrieveBulkDataOf(String studyInstanceUid) {
    return values(new Target(studyInstanceUid, null, null), Resource.BULK_DATA);
  }

  /**
   * Retrieves all bulk data of a series.
   *
   * @param studyInstanceUid the study
   * @param seriesInstanceUid the series
   * @return a request
   */
  public BulkDataResourceRequest retrieveBulkDataOf(
      String studyInstanceUid, String seriesInstanceUid) {
    return values(new Target(studyInstanceUid, seriesInstanceUid, null), Resource.BULK_DATA);
  }

  /**
   * Retrieves all bulk data of an instance.
   *
   * @param studyInstanceUid the study
   * @param seriesInstanceUid the series
   * @param sopInstanceUid the instance
   * @return a request
   */
  public BulkDataResourceRequest retrieveBulkDataOf(
      String studyInstanceUid, String seriesInstanceUid, String sopInstanceUid) {
    return values(
        new Target(studyInstanceUid, seriesInstanceUid, sopInstanceUid), Resource.BULK_DATA);
  }

  /**
   * Retrieves all pixel data of a study (PS3.18 §10.4.1.1.6).
   *
   * @param studyInstanceUid the study
   * @return a request
   */
  public BulkDataResourceRequest retrievePixelDataOf(String studyInstanceUid) {
    return values(new Target(studyInstanceUid, null, null), Resource.PIXEL_DATA);
  }

  /**
   * Retrieves all pixel data of a series.
   *
   * @param studyInstanceUid the study
   * @param seriesInstanceUid the series
   * @return a request
   */
  public BulkDataResourceRequest retrievePixelDataOf(
      String studyInstanceUid, String seriesInstanceUid) {
    return values(new Target(studyInstanceUid, seriesInstanceUid, null), Resource.PIXEL_DATA);
  }

  /**
   * Retrieves all pixel data of an instance.
   *
   * @param studyInstanceUid the study
   * @param seriesInstanceUid the series
   * @param sopInstanceUid the instance
   * @return a request
   */
  public BulkDataResourceRequest retrievePixelDataOf(
      String studyInstanceUid, String seriesInstanceUid, String sopInstanceUid) {
    return values(
        new Target(studyInstanceUid, seriesInstanceUid, sopInstanceUid), Resource.PIXEL_DATA);
  }

  private BulkDataResourceRequest values(Target target, Resource resource) {
    return new RealBulkDataResource(transport, target, resource);
  }

  /**
   * Retrieves what of a study can be rendered (PS3.18 §10.4.1.1.3).
   *
   * @param studyInstanceUid the study
   * @return a request
   */
  public RenderedRequest retrieveRendered(String studyInstanceUid) {
    return rendered(RenderTarget.of(new Target(studyInstanceUid, null, null)));
  }

  /**
   * Retrieves what of a series can be rendered.
   *
   * @param studyInstanceUid the study
   * @param seriesInstanceUid the series
   * @return a request
   */
  public RenderedRequest retrieveRendered(String studyInstanceUid, String seriesInstanceUid) {
    return rendered(RenderTarget.of(new Target(studyInstanceUid, seriesInstanceUid, null)));
  }

  /**
   * Retrieves an instance rendered.
   *
   * @param studyInstanceUid the study
   * @param seriesInstanceUid the series
   * @param sopInstanceUid the instance
   * @return a request
   */
  public RenderedRequest retrieveRendered(
      String studyInstanceUid, String seriesInstanceUid, String sopInstanceUid) {
    return rendered(
        RenderTarget.of(new Target(studyInstanceUid, seriesInstanceUid, sopInstanceUid)));
  }

  /**
   * Retrieves frames rendered.
   *
   * @param studyInstanceUid the study
   * @param seriesInstanceUid the series
   * @param sopInstanceUid the instance
   * @param frames their numbers, from 1, in ascending order
   * @return a request
   */
  public RenderedRequest retrieveRendered(
      String studyInstanceUid, String seriesInstanceUid, String sopInstanceUid, int... frames) {
    return rendered(
        RenderTarget.of(new Target(studyInstanceUid, seriesInstanceUid, sopInstanceUid), frames));
  }

  private RenderedRequest rendered(RenderTarget target) {
    return new RealRendered(transport, target);
  }

  /**
   * Retrieves an image that stands for a study (PS3.18 §10.4.1.1.4).
   *
   * @param studyInstanceUid the study
   * @return a request
   */
  public ThumbnailRequest retrieveThumbnail(String studyInstanceUid) {
    return thumbnail(RenderTarget.of(new Target(studyInstanceUid, null, null)));
  }

  /**
   * Retrieves an image that stands for a series.
   *
   * @param studyInstanceUid the study
   * @param seriesInstanceUid the series
   * @return a request
   */
  public ThumbnailRequest retrieveThumbnail(String studyInstanceUid, String seriesInstanceUid) {
    return thumbnail(RenderTarget.of(new Target(studyInstanceUid, seriesInstanceUid, null)));
  }

  /**
   * Retrieves an image that stands for an instance.
   *
   * @param studyInstanceUid the study
   * @param seriesInstanceUid the series
   * @param sopInstanceUid the instance
   * @return a request
   */
  public ThumbnailRequest retrieveThumbnail(
      String studyInstanceUid, String seriesInstanceUid, String sopInstanceUid) {
    return thumbnail(
        RenderTarget.of(new Target(studyInstanceUid, seriesInstanceUid, sopInstanceUid)));
  }

  /**
   * Retrieves an image that stands for frames.
   *
   * @param studyInstanceUid the study
   * @param seriesInstanceUid the series
   * @param sopInstanceUid the instance
   * @param frames their numbers, from 1, in ascending order
   * @return a request
   */
  public ThumbnailRequest retrieveThumbnail(
      String studyInstanceUid, String seriesInstanceUid, String sopInstanceUid, int... frames) {
    return thumbnail(
        RenderTarget.of(new Target(studyInstanceUid, seriesInstanceUid, sopInstanceUid), frames));
  }

  private ThumbnailRequest thumbnail(RenderTarget target) {
    return new RealThumbnail(transport, target);
  }

  /**
   * Images that the server makes of volumes: multi-planar reconstructions and 3D renderings (PS3.18
   * §10.4.1.1.7, §10.4.1.1.8).
   *
   * @return their requests
   */
  public VolumeService volumes() {
    return new RealVolumes(transport);
  }

  /**
   * Retrieves the instances of a study in a zip archive; no part of the standard.
   *
   * @param studyInstanceUid the study
   * @return a request
   */
  public ZipRequest retrieveZip(String studyInstanceUid) {
    return zip(new Target(studyInstanceUid, null, null));
  }

  /**
   * Retrieves the instances of a series in a zip archive.
   *
   * @param studyInstanceUid the study
   * @param seriesInstanceUid the series
   * @return a request
   */
  public ZipRequest retrieveZip(String studyInstanceUid, String seriesInstanceUid) {
    return zip(new Target(studyInstanceUid, seriesInstanceUid, null));
  }

  /**
   * Retrieves one instance in a zip archive.
   *
   * @param studyInstanceUid the study
   * @param seriesInstanceUid the series
   * @param sopInstanceUid the instance
   * @return a request
   */
  public ZipRequest retrieveZip(
      String studyInstanceUid, String seriesInstanceUid, String sopInstanceUid) {
    return zip(new Target(studyInstanceUid, seriesInstanceUid, sopInstanceUid));
  }

  private ZipRequest zip(Target target) {
    return new RealZip(transport, searches, target, listener);
  }
}
