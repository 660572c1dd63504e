// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.retrieve;

import io.github.dicomweb.config.ProgressListener;
import io.github.dicomweb.dicom.TransferSyntax;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A retrieval of the instances of a study, a series, or of one instance (PS3.18 §10.4), that has
 * not been sent. Immutable and thread-safe; each method that sets something gives a changed copy.
 *
 * <p>From a server whose profile does not have {@link
 * io.github.dicomweb.profile.Feature#STUDY_RETRIEVAL} or {@link
 * io.github.dicomweb.profile.Feature#SERIES_RETRIEVAL} the instances come one by one, each in an
 * answer of its own, as the instance search lists them.
 *
 * <p>Not meant to be implemented outside this library: methods may be added.
 */
public interface InstancesRequest {

  /**
   * Chooses the transfer syntax that the server should send. Without it, instances come as they are
   * stored ({@link #storedTransferSyntax}).
   *
   * @param transferSyntax the transfer syntax
   * @return a changed copy
   */
  InstancesRequest transferSyntax(TransferSyntax transferSyntax);

  /**
   * Asks for the instances as they are stored, whatever their transfer syntax ({@code
   * transfer-syntax=*}). This is the default: nothing is transcoded, so nothing is lost.
   *
   * @return a changed copy
   */
  InstancesRequest storedTransferSyntax();

  /**
   * Reports progress.
   *
   * @param listener called on the thread that transfers
   * @return a changed copy
   */
  InstancesRequest onProgress(ProgressListener listener);

  /**
   * Is told of each file that {@link #saveTo} has put in its place.
   *
   * @param consumer called on the thread that transfers
   * @return a changed copy
   */
  InstancesRequest onInstance(Consumer<SavedInstance> consumer);

  /**
   * Sends the request and gives the instances one at a time, as they arrive.
   *
   * <p>Where they come one by one, nothing is sent before the first is asked for, and {@link
   * Parts#next} throws what keeps an instance from coming; called again it goes on with the next
   * one.
   *
   * @return live parts, which the caller must close
   * @throws UnsupportedOperationException if the server has neither these as a whole nor {@code
   *     Feature.INSTANCE_RETRIEVAL}
   * @throws io.github.dicomweb.error.NotFoundException if the server does not have it
   * @throws io.github.dicomweb.error.DicomWebException if it cannot be retrieved otherwise
   */
  Parts<InstancePart> open();

  /**
   * As {@link #open}, on another thread.
   *
   * @return a future; cancelling it cancels the request
   */
  CompletableFuture<Parts<InstancePart>> openAsync();

  /**
   * Retrieves into a directory: {@code directory/study/series/instance.dcm}, named by the UIDs
   * found in each instance. A file appears under its name only when it is whole; what was there
   * under that name is replaced. Afterwards the server is asked which instances there should be.
   *
   * <p>A transfer that breaks off is not an exception but a report that says so, since what came
   * before is safe and there: look at {@link RetrieveReport#verdict} or call {@link
   * RetrieveReport#orThrow}. Where instances come one by one, one that fails is missing, with a
   * warning that says why, and the others come.
   *
   * @param directory the directory; made if need be
   * @return what came and what is missing
   * @throws UnsupportedOperationException if the server has neither these as a whole nor {@code
   *     Feature.INSTANCE_RETRIEVAL}
   * @throws io.github.dicomweb.error.DicomWebException if no transfer began
   */
  RetrieveReport saveTo(Path directory);

  /**
   * As {@link #saveTo}, on another thread.
   *
   * @param directory the directory
   * @return a future; cancelling it cancels the transfer
   */
  CompletableFuture<RetrieveReport> saveToAsync(Path directory);
}
