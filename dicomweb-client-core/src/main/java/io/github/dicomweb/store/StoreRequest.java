// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.store;

import io.github.dicomweb.config.ProgressListener;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.part10.BulkDataResolver;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A store of instances (PS3.18 §10.5) that has not been sent. Immutable and thread-safe; each
 * method that sets something gives a changed copy.
 *
 * <p>All sources go in one request, one after the other, straight from where they are: nothing is
 * held in memory. To a server whose profile says so ({@code StoreForm.SINGLE_PART}) each goes in a
 * request of its own. Of several sources with the same SOP Instance UID the first is sent, and the
 * others are reported as skipped. When the size of each is known the request has a Content-Length,
 * otherwise it is chunked, unless the profile says otherwise ({@code UploadFraming}).
 *
 * <p>Not meant to be implemented outside this library: methods may be added.
 */
public interface StoreRequest {

  /**
   * Adds a file, or all files of a directory and those below it. Directories are walked when the
   * request is executed, in the order of their names, without following links to directories.
   *
   * @param fileOrDirectory the path
   * @return a changed copy
   */
  StoreRequest add(Path fileOrDirectory);

  /**
   * Adds a source.
   *
   * @param source the source
   * @return a changed copy
   */
  StoreRequest add(InstanceSource source);

  /**
   * Adds a dataset, such as one that was built in code. It is written as a DICOM file while it is
   * sent.
   *
   * @param dataset the dataset, which holds all its values
   * @return a changed copy
   */
  StoreRequest add(Dataset dataset);

  /**
   * Adds a dataset that refers to values. They are copied from where they are while it is sent.
   *
   * @param dataset the dataset
   * @param bulkData says where the values are
   * @return a changed copy
   */
  StoreRequest add(Dataset dataset, BulkDataResolver bulkData);

  /**
   * Adds sources.
   *
   * @param sources the sources
   * @return a changed copy
   */
  StoreRequest addAll(Collection<? extends InstanceSource> sources);

  /**
   * Stores into one study: the server then refuses instances of others.
   *
   * @param studyInstanceUid the study
   * @return a changed copy
   */
  StoreRequest toStudy(String studyInstanceUid);

  /**
   * Sends metadata in JSON and bulk data instead of DICOM files (PS3.18 §10.5): first the metadata
   * of all instances, then one part for each value that is not in them.
   *
   * <p>Inline stay binary values of up to 1024 bytes. Those above it, pixel data and encapsulated
   * documents of any size go in parts of their own: uncompressed ones as {@code
   * application/octet-stream} in little endian byte order, compressed pixel data as it is, frame by
   * frame under one Content-Location, in its media type, documents in theirs. What cannot be sent
   * so, such as a deflated file, is reported as skipped; nothing is transcoded.
   *
   * @return a changed copy; executing it throws {@link UnsupportedOperationException} if the server
   *     does not have {@code Feature.STORE_METADATA}
   */
  StoreRequest asJson();

  /**
   * Sends metadata in XML and bulk data instead of DICOM files: as {@link #asJson}, with one part
   * for the metadata of each instance.
   *
   * @return a changed copy; executing it throws {@link UnsupportedOperationException} if the server
   *     does not have {@code Feature.STORE_METADATA}
   */
  StoreRequest asXml();

  /**
   * Reports progress.
   *
   * @param listener called on the thread that sends
   * @return a changed copy
   */
  StoreRequest onProgress(ProgressListener listener);

  /**
   * Is told what became of each source as soon as that is known, each exactly once: of those that
   * are not sent before anything is; of the others after the answer, or where each goes in a
   * request of its own, after each request. If the store ends in an exception, or is cancelled,
   * nothing is known of those that were not told of.
   *
   * @param consumer called on the thread that sends
   * @return a changed copy
   */
  StoreRequest onOutcome(Consumer<StoreOutcome> consumer);

  /**
   * Sends the instances and reads what the server says of each.
   *
   * <p>That some were not stored is not an exception but a report that says so. So is a connection
   * that breaks after the sending began: the server may have stored some, and the report says that
   * nothing is confirmed. Where each source goes in a request of its own, what fails is told of
   * that source and the others go on; only when the server cannot be reached any more, or no longer
   * accepts the credentials, the rest is reported as skipped.
   *
   * @return what became of each source
   * @throws io.github.dicomweb.error.AuthenticationException if the server does not let us
   * @throws io.github.dicomweb.error.HttpStatusException if the server refuses and says nothing of
   *     the instances
   * @throws io.github.dicomweb.error.TransportException if the server cannot be reached
   */
  StoreReport execute();

  /**
   * As {@link #execute}, on another thread.
   *
   * @return a future; cancelling it cancels the request
   */
  CompletableFuture<StoreReport> executeAsync();
}
