// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit;

import io.github.dicomweb.testkit.behavior.SearchBehavior;
import io.github.dicomweb.testkit.behavior.SearchBehavior.Extension;
import io.github.dicomweb.testkit.behavior.ServerBehavior;
import io.github.dicomweb.testkit.behavior.StoreBehavior.Deletion;
import io.github.dicomweb.testkit.internal.archive.Archive;
import io.github.dicomweb.testkit.internal.archive.InstanceReader;
import io.github.dicomweb.testkit.internal.archive.Links;
import io.github.dicomweb.testkit.internal.archive.Refusal;
import io.github.dicomweb.testkit.internal.delete.DeleteAnswer;
import io.github.dicomweb.testkit.internal.delete.DeleteService;
import io.github.dicomweb.testkit.internal.render.RenderedService;
import io.github.dicomweb.testkit.internal.render.ThumbnailService;
import io.github.dicomweb.testkit.internal.render.VolumeService;
import io.github.dicomweb.testkit.internal.retrieve.BulkDataService;
import io.github.dicomweb.testkit.internal.retrieve.FramesService;
import io.github.dicomweb.testkit.internal.retrieve.InstancesService;
import io.github.dicomweb.testkit.internal.retrieve.MetadataService;
import io.github.dicomweb.testkit.internal.search.Matching;
import io.github.dicomweb.testkit.internal.search.SearchService;
import io.github.dicomweb.testkit.internal.store.StoreService;
import io.github.dicomweb.testkit.internal.uri.UriService;
import io.github.dicomweb.testkit.internal.wire.Guard;
import io.github.dicomweb.testkit.internal.wire.WireServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A DICOMweb origin server (PS3.18) for tests, in the process of the test. It stores, searches and
 * serves DICOM files in memory, and whatever it answers is computed from what was stored.
 *
 * <p>It is strict, and keeps to the standard where servers in the field do not:
 *
 * <ul>
 *   <li>Search (§10.6): all six resources, in DICOM JSON and XML. A key of a level below the
 *       resource, a repeated key and a value that is none of the VR are answered with 400, nothing
 *       found with 204. Fuzzy matching is not done, which a Warning header says.
 *   <li>Retrieve (§10.4): files, metadata, bulk data, frames, rendered images and thumbnails. There
 *       is no codec but JPEG Baseline for pictures: files and frames come in the transfer syntax in
 *       which they were stored, if it is accepted. Without the parameter {@code transfer-syntax}
 *       only the default of the media type is, for files Explicit VR Little Endian; of a study or
 *       series in several, those accepted are sent with status 206.
 *   <li>Store (§10.5): DICOM files, and metadata in JSON or XML with bulk data. To store the same
 *       file again is a success; another file with the SOP Instance UID of a stored one is refused
 *       with reason 0111H (duplicate SOP instance) and the stored one is kept. A body above 256 MiB
 *       or a quarter of the heap is answered with 413. Files above 8 MiB are in a temporary file
 *       while they are parsed.
 *   <li>Single objects by their URI (§9), at {@link #wadoUriUrl()}.
 *   <li>Beyond the standard: search for patients, counts, ZIP archives, delete and reject.
 * </ul>
 *
 * <p>It listens on the loopback interface only, without TLS. Thread-safe; the caller closes it.
 */
public final class DicomWebTestServer implements AutoCloseable {
  private static final int DEFAULT_MAX_RESULTS = 1000;

  private final Archive archive = new Archive();
  private final AtomicInteger maxResults = new AtomicInteger(DEFAULT_MAX_RESULTS);
  private final WireServer wire;

  private DicomWebTestServer(int port, boolean http2) {
    wire = new WireServer(port, http2);
    Links links = new Links(wire.baseUrl());
    new SearchService(archive, links, maxResults, this::matching).register(wire.router());
    new InstancesService(archive, links).register(wire.router());
    new MetadataService(archive, links).register(wire.router());
    new BulkDataService(archive, links).register(wire.router());
    new FramesService(archive, links).register(wire.router());
    new RenderedService(archive, links).register(wire.router());
    new ThumbnailService(archive).register(wire.router());
    new VolumeService(archive, links).register(wire.router());
    new StoreService(archive, links).register(wire.router());
    new DeleteService(archive, this::deleteAnswer).register(wire.router());
    new UriService(archive, links).register(wire.router());
  }

  private DeleteAnswer deleteAnswer() {
    return wire.behavior().store().deletion() == Deletion.AT_ONCE
        ? DeleteAnswer.NO_CONTENT
        : DeleteAnswer.OPERATION;
  }

  private Set<Matching> matching() {
    SearchBehavior search = wire.behavior().search();
    Set<Matching> done = EnumSet.noneOf(Matching.class);
    done.addAll(Matching.done());
    if (search.emptyValues() != Extension.DONE) {
      done.remove(Matching.EMPTY_VALUE);
    }
    if (search.multipleValues() != Extension.DONE) {
      done.remove(Matching.MULTIPLE_VALUE);
    }
    return done;
  }

  /**
   * Starts an empty server on a free port.
   *
   * @return the server, which the caller closes
   * @throws java.io.UncheckedIOException if no port can be opened
   */
  public static DicomWebTestServer start() {
    return new DicomWebTestServer(0, false);
  }

  /**
   * Starts an empty server on a port that is known beforehand: for trying things by hand. Tests
   * take {@link #start()}, which is never in the way of another.
   *
   * @param port the port
   * @return the server, which the caller closes
   * @throws java.io.UncheckedIOException if the port cannot be opened, as when it is taken
   * @throws IllegalArgumentException if it is not from 1 to 65535
   */
  public static DicomWebTestServer start(int port) {
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("a port is from 1 to 65535");
    }
    return new DicomWebTestServer(port, false);
  }

  /**
   * Starts an empty server that speaks HTTP/2 and nothing else, without TLS and without an upgrade
   * from HTTP/1.1 (RFC 9113 §3.3). Clients must know that beforehand: OkHttp calls it {@code
   * Protocol.H2_PRIOR_KNOWLEDGE}.
   *
   * @return the server, which the caller closes
   * @throws java.io.UncheckedIOException if no port can be opened
   */
  public static DicomWebTestServer startHttp2() {
    return new DicomWebTestServer(0, true);
  }

  /**
   * Where the services are.
   *
   * @return such as {@code http://127.0.0.1:49152/dicom-web}
   */
  public String baseUrl() {
    return wire.baseUrl();
  }

  /**
   * Where the service of single objects by their URI is (WADO-URI, PS3.18 §9).
   *
   * @return such as {@code http://127.0.0.1:49152/wado}
   */
  public String wadoUriUrl() {
    return URI.create(wire.baseUrl()).resolve(UriService.PATH).toString();
  }

  /**
   * Stores a DICOM file.
   *
   * @param file the file
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException if it is one that Store would refuse
   */
  public void store(Path file) throws IOException {
    add(Files.readAllBytes(file));
  }

  /**
   * Stores a DICOM file.
   *
   * @param file the bytes of the file; copied
   * @throws IllegalArgumentException if it is one that Store would refuse
   */
  public void store(byte[] file) {
    add(file.clone());
  }

  private void add(byte[] file) {
    try {
      archive.add(InstanceReader.toInstance(file));
    } catch (Refusal refusal) {
      throw new IllegalArgumentException(refusal.getMessage(), refusal);
    }
  }

  /**
   * Stores the DICOM files of a directory and those below it, in the order of their paths. Files
   * that do not begin with the preamble and prefix of PS3.10 §7.1 are passed over.
   *
   * @param directory the directory
   * @return how many files were stored
   * @throws IOException if something cannot be read
   * @throws IllegalArgumentException if a DICOM file is one that Store would refuse; those before
   *     it stay stored
   */
  public int storeAll(Path directory) throws IOException {
    List<Path> files;
    try (Stream<Path> paths = Files.walk(directory)) {
      files = paths.filter(Files::isRegularFile).sorted().toList();
    }
    int stored = 0;
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      if (InstanceReader.hasPrefix(bytes)) {
        add(bytes);
        stored++;
      }
    }
    return stored;
  }

  /** Forgets all instances and the requests received; settings stay. */
  public void clear() {
    archive.clear();
    wire.clearRequests();
  }

  /**
   * How much is stored.
   *
   * @return the number of instances
   */
  public int size() {
    return archive.size();
  }

  /**
   * The requests received since the start or the last {@link #clear()}, the last 10,000 of them,
   * those refused included.
   *
   * @return the requests, the oldest first
   */
  public List<ReceivedRequest> requests() {
    return wire.requests().stream()
        .map(r -> new ReceivedRequest(r.method(), r.target(), r.headers()))
        .toList();
  }

  /**
   * Limits the results of one answer to a search; when that holds back what was asked for, a
   * Warning header says how many there are (PS3.18 §8.3.4.4).
   *
   * @param count at least 1; 1000 to begin with
   * @return this
   * @throws IllegalArgumentException if the count is less than 1
   */
  public DicomWebTestServer maxResults(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("at least one result");
    }
    maxResults.set(count);
    return this;
  }

  /**
   * Changes how the server behaves, from the next request on. What is not standard is done in
   * memory: bodies that are changed are held whole.
   *
   * @param value the new behavior, in place of the one before
   * @return this
   */
  public DicomWebTestServer behavior(ServerBehavior value) {
    wire.behavior(value);
    return this;
  }

  /**
   * How the server behaves.
   *
   * @return {@link ServerBehavior#standard()} to begin with
   */
  public ServerBehavior behavior() {
    return wire.behavior();
  }

  /**
   * Answers requests without this user and password with 401, in place of what was required before.
   *
   * @param user the user, without a colon
   * @param password the password
   * @return this
   * @throws IllegalArgumentException if the user has a colon
   */
  public DicomWebTestServer requireBasic(String user, String password) {
    wire.guard(Guard.basic(user, password));
    return this;
  }

  /**
   * Answers requests without this bearer token with 401, in place of what was required before.
   *
   * @param token the token
   * @return this
   */
  public DicomWebTestServer requireBearer(String token) {
    wire.guard(Guard.bearer(token));
    return this;
  }

  /**
   * Requires no credentials, as it is to begin with.
   *
   * @return this
   */
  public DicomWebTestServer allowAnonymous() {
    wire.guard(Guard.OPEN);
    return this;
  }

  /** Stops listening, closes the connections and frees the port. */
  @Override
  public void close() {
    wire.close();
  }

  /** The port and the number of instances. */
  @Override
  public String toString() {
    return "DicomWebTestServer[" + baseUrl() + ", " + size() + " instances]";
  }
}
