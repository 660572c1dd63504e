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
   * Sets where {@link #saveTo} puts the files below its directory.
   *
   * @param layout the layout; {@link FileLayout#standard} without it
   * @return a changed copy
   */
  InstancesRequest layout(FileLayout layout);

  /**
   * Lets {@link #saveTo} transfer only what is not in its directory, so that it goes on where an
   * earlier one ended, however that ended.
   *
   * <p>If there is anything in the directory of the study, the server is asked first which
   * instances there are (Search, PS3.18 §10.6). An instance is there if the file where it would be
   * put says that it is this instance, whatever its transfer syntax: files appear only whole, so
   * nothing more is looked at. Any other file there is replaced. Series of which nothing is there
   * come in one request each, single instances of the others in one each; if nothing is there at
   * all, everything comes as it would otherwise. Where a transfer of several fails, its instances
   * are missing, with a warning, and the others come ({@link RetrieveReport#failureOf}). The list
   * that was read at the beginning is what the report is held against. The identifiers of what is
   * to be transferred are held in memory meanwhile.
   *
   * <p>If the server cannot say what there is, or does not have single instances, everything is
   * transferred, and a warning tells.
   *
   * @return a changed copy
   */
  InstancesRequest resume();

  /**
   * Lets {@link #saveTo} transfer several series, or single instances, at once: the server is asked
   * first which there are. One series that is to come as a whole comes in one request. What a
   * failure means is said at {@link #resume}.
   *
   * <p>The transfers run on the calling thread and on threads of the client's executor, as far as
   * it has any to spare. Listeners hear of one thing at a time, from any of them.
   *
   * @param transfers how many at most; at least 1, which is the default
   * @return a changed copy
   * @throws IllegalArgumentException if it is less than 1
   */
  InstancesRequest parallel(int transfers);

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
   * Is told of each file that {@link #saveTo} has found in its place and does not transfer again,
   * while the list of the server is read. If that list turns out to be of no use, they are
   * transferred all the same, and told of as saved.
   *
   * @param consumer called on the thread that transfers, if it was asked to {@link #resume}
   * @return a changed copy
   */
  InstancesRequest onPresent(Consumer<SavedInstance> consumer);

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
   * Retrieves into a directory: {@code directory/study/series/instance.dcm}, or as {@link #layout}
   * says, named by the UIDs found in each instance. A file appears under its name only when it is
   * whole; what was there under that name is replaced, unless the request is to {@link #resume}.
   * Afterwards the server is asked which instances there should be.
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
