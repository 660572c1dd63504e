// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.retrieve;

/**
 * Images that a server makes of volumes (PS3.18 §10.4.1.1.7, §10.4.1.1.8). Immutable and
 * thread-safe. Not meant to be implemented outside this library: methods may be added.
 */
public interface VolumeService {

  /**
   * Retrieves a multi-planar reconstruction of a study.
   *
   * @param studyInstanceUid the study
   * @return a request
   */
  VolumeRequest retrieveRenderedMpr(String studyInstanceUid);

  /**
   * Retrieves a multi-planar reconstruction of a series.
   *
   * @param studyInstanceUid the study
   * @param seriesInstanceUid the series
   * @return a request
   */
  VolumeRequest retrieveRenderedMpr(String studyInstanceUid, String seriesInstanceUid);

  /**
   * Retrieves a multi-planar reconstruction of a multi-frame instance, or of what a Volumetric
   * Presentation State refers to.
   *
   * @param studyInstanceUid the study
   * @param seriesInstanceUid the series
   * @param sopInstanceUid the instance
   * @return a request
   */
  VolumeRequest retrieveRenderedMpr(
      String studyInstanceUid, String seriesInstanceUid, String sopInstanceUid);

  /**
   * Retrieves a 3D rendering of a study.
   *
   * @param studyInstanceUid the study
   * @return a request
   */
  VolumeRequest retrieveRendered3d(String studyInstanceUid);

  /**
   * Retrieves a 3D rendering of a series.
   *
   * @param studyInstanceUid the study
   * @param seriesInstanceUid the series
   * @return a request
   */
  VolumeRequest retrieveRendered3d(String studyInstanceUid, String seriesInstanceUid);

  /**
   * Retrieves a 3D rendering of a multi-frame instance, or of what a Volumetric Presentation State
   * refers to.
   *
   * @param studyInstanceUid the study
   * @param seriesInstanceUid the series
   * @param sopInstanceUid the instance
   * @return a request
   */
  VolumeRequest retrieveRendered3d(
      String studyInstanceUid, String seriesInstanceUid, String sopInstanceUid);
}
