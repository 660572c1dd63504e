// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.retrieve;

import io.github.dicomweb.config.ProgressListener;
import io.github.dicomweb.dicom.TransferSyntax;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A retrieval of instances in a zip archive ({@code application/zip}), which the standard leaves to
 * the server, that has not been sent. Immutable and thread-safe; each method that sets something
 * gives a changed copy.
 *
 * <p>An archive is read as it arrives, in constant memory. It counts as whole only when its
 * directory has been seen at its end and agrees with what came.
 *
 * <p>Not meant to be implemented outside this library: methods may be added.
 */
public interface ZipRequest {

  /**
   * Chooses the transfer syntax that the server should send. Without it, instances come as they are
   * stored.
   *
   * @param transferSyntax the transfer syntax
   * @return a changed copy
   */
  ZipRequest transferSyntax(TransferSyntax transferSyntax);

  /**
   * Asks for the instances as they are stored, whatever their transfer syntax. This is the default.
   *
   * @return a changed copy
   */
  ZipRequest storedTransferSyntax();

  /**
   * Asks for a DICOMDIR in the archive, as dcm4chee makes it ({@code dicomdir=true}). It refers to
   * the other files by their names in the archive, so {@link #saveTo} leaves it out.
   *
   * @return a changed copy
   */
  ZipRequest withDicomdir();

  /**
   * Sets where {@link #saveTo} puts the files below its directory.
   *
   * @param layout the layout; {@link FileLayout#standard} without it
   * @return a changed copy
   */
  ZipRequest layout(FileLayout layout);

  /**
   * Reports the progress of {@link #saveTo} and {@link #saveArchive}.
   *
   * @param listener called on the thread that transfers
   * @return a changed copy
   */
  ZipRequest onProgress(ProgressListener listener);

  /**
   * Is told of each file that {@link #saveTo} has put in its place.
   *
   * @param consumer called on the thread that transfers
   * @return a changed copy
   */
  ZipRequest onInstance(Consumer<SavedInstance> consumer);

  /**
   * Sends the request and gives the files of the archive one at a time, as they arrive. Directories
   * are passed over. Nothing after the last one means that the directory of the archive was seen
   * and lists as many.
   *
   * @return live entries, which the caller must close
   * @throws io.github.dicomweb.error.NotFoundException if the server does not have it
   * @throws io.github.dicomweb.error.MalformedResponseException if the answer is not an archive
   * @throws io.github.dicomweb.error.DicomWebException if it cannot be retrieved otherwise
   * @throws UnsupportedOperationException if the profile of the server does not have archives
   */
  Parts<ArchiveEntry> open();

  /**
   * As {@link #open}, on another thread.
   *
   * @return a future; cancelling it cancels the request
   */
  CompletableFuture<Parts<ArchiveEntry>> openAsync();

  /**
   * Retrieves into a directory, exactly as {@link InstancesRequest#saveTo} does: the files are
   * named by the UIDs found in each instance, never by the names in the archive.
   *
   * @param directory the directory; made if need be
   * @return what came and what is missing
   * @throws io.github.dicomweb.error.DicomWebException if no transfer began
   * @throws UnsupportedOperationException if the profile of the server does not have archives
   */
  RetrieveReport saveTo(Path directory);

  /**
   * As {@link #saveTo}, on another thread.
   *
   * @param directory the directory
   * @return a future; cancelling it cancels the transfer
   */
  CompletableFuture<RetrieveReport> saveToAsync(Path directory);

  /**
   * Retrieves the archive itself into a file, byte for byte as the server sends it. The file
   * appears under its name only when the archive has been read to its end and has been proven
   * whole, entry by entry, and replaces what was there.
   *
   * <p>Since somebody will unpack it, an archive is refused in which the name of an entry leads out
   * of the directory where that is done (an absolute path, {@code ..}, a drive letter, also behind
   * backslashes), or an entry is a link. Entries with the same name are told in a warning.
   *
   * @param file the file; its directory must exist
   * @return what became of it
   * @throws io.github.dicomweb.error.NotFoundException if the server does not have it
   * @throws io.github.dicomweb.error.MalformedResponseException if the answer is not an archive,
   *     was cut or is damaged, or if unpacking it would lead elsewhere
   * @throws io.github.dicomweb.error.TransportException if the connection breaks, or writing fails
   *     (then with reason {@code LOCAL})
   * @throws io.github.dicomweb.error.DicomWebException if it cannot be retrieved otherwise
   * @throws UnsupportedOperationException if the profile of the server does not have archives
   */
  SavedArchive saveArchive(Path file);

  /**
   * As {@link #saveArchive}, on another thread.
   *
   * @param file the file; its directory must exist
   * @return a future; cancelling it cancels the transfer
   */
  CompletableFuture<SavedArchive> saveArchiveAsync(Path file);
}
