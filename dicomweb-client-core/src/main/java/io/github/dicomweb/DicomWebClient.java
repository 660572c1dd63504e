// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.config.ProgressListener;
import io.github.dicomweb.delete.Deletions;
import io.github.dicomweb.internal.delete.RealDeletions;
import io.github.dicomweb.internal.http.Service;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.internal.negotiate.Links;
import io.github.dicomweb.internal.probe.RealCapabilities;
import io.github.dicomweb.internal.probe.RealProbe;
import io.github.dicomweb.internal.retrieve.Target;
import io.github.dicomweb.internal.search.Searches;
import io.github.dicomweb.internal.store.RealStore;
import io.github.dicomweb.internal.uri.RealUri;
import io.github.dicomweb.probe.CapabilitiesRequest;
import io.github.dicomweb.probe.ProbeRequest;
import io.github.dicomweb.profile.OhifDataSource;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.search.InstanceSearch;
import io.github.dicomweb.search.PatientSearch;
import io.github.dicomweb.search.ResourceSearch;
import io.github.dicomweb.search.SeriesSearch;
import io.github.dicomweb.search.StudySearch;
import io.github.dicomweb.store.StoreRequest;
import io.github.dicomweb.uri.UriRequest;
import java.util.List;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/**
 * A client of one DICOMweb server (PS3.18).
 *
 * <p>Each method describes a request; nothing is sent before a terminal call such as {@code
 * execute()}. Requests are immutable and may be kept and sent again.
 *
 * <p>Thread-safe. Keep one client for each server and close it at the end. A client that was given
 * an {@link OkHttpClient} leaves it alone when it is closed, so many clients can share its
 * connections and threads.
 *
 * <p>Identifiers are whatever the server uses, UIDs as a rule: any text that is not empty, is not a
 * dot segment and holds no slash, backslash or control character.
 */
public final class DicomWebClient extends RetrieveTransactions implements AutoCloseable {
  private final Transport transport;
  private final Searches searches;
  private final ProgressListener listener;
  private final Runnable onClose;

  DicomWebClient(Transport transport, ProgressListener listener, Runnable onClose) {
    this(transport, new Searches(transport), listener, onClose);
  }

  private DicomWebClient(
      Transport transport, Searches searches, ProgressListener listener, Runnable onClose) {
    super(transport, searches, listener);
    this.transport = transport;
    this.listener = listener;
    this.searches = searches;
    this.onClose = onClose;
  }

  /**
   * Starts to build a client.
   *
   * @param baseUrl the base URL of the services, such as {@code https://pacs.example.org/dicom-web}
   * @return a builder
   * @throws IllegalArgumentException if it is not an HTTP or HTTPS URL
   */
  public static DicomWebClientBuilder builder(String baseUrl) {
    return new DicomWebClientBuilder(baseUrl);
  }

  /**
   * Starts to build a client of the server that an OHIF viewer is configured with.
   *
   * @param source the data source, whose roots are absolute
   * @return a builder with its URLs and its profile
   * @throws IllegalArgumentException if a root is relative, or is not an HTTP or HTTPS URL
   */
  public static DicomWebClientBuilder builder(OhifDataSource source) {
    return DicomWebClientBuilder.of(source, root -> root);
  }

  /**
   * Starts to build a client of the server that an OHIF viewer is configured with.
   *
   * @param source the data source
   * @param viewerUrl what its relative roots refer to: the URL of the viewer
   * @return a builder with its URLs and its profile
   * @throws IllegalArgumentException if this, or a root, is not an HTTP or HTTPS URL
   */
  public static DicomWebClientBuilder builder(OhifDataSource source, String viewerUrl) {
    return DicomWebClientBuilder.of(source, root -> DicomWebClientBuilder.resolve(viewerUrl, root));
  }

  /**
   * Searches for studies: {@code /studies} (PS3.18 §10.6).
   *
   * @return a request
   */
  public StudySearch searchForStudies() {
    return searches.studies();
  }

  /**
   * Searches for series of all studies: {@code /series}.
   *
   * @return a request
   * @throws UnsupportedOperationException if the server's profile does not have it
   */
  public SeriesSearch searchForSeries() {
    return searches.series();
  }

  /**
   * Searches for the series of a study: {@code /studies/{study}/series}.
   *
   * @param studyInstanceUid the study
   * @return a request
   */
  public SeriesSearch searchForSeries(String studyInstanceUid) {
    return searches.series(studyInstanceUid);
  }

  /**
   * Searches for instances of all studies: {@code /instances}.
   *
   * @return a request
   * @throws UnsupportedOperationException if the server's profile does not have it
   */
  public InstanceSearch searchForInstances() {
    return searches.instances();
  }

  /**
   * Searches for the instances of a study: {@code /studies/{study}/instances}.
   *
   * @param studyInstanceUid the study
   * @return a request
   */
  public InstanceSearch searchForInstances(String studyInstanceUid) {
    return searches.instances(studyInstanceUid);
  }

  /**
   * Searches for the instances of a series: {@code /studies/{study}/series/{series}/instances}.
   *
   * @param studyInstanceUid the study
   * @param seriesInstanceUid the series
   * @return a request
   */
  public InstanceSearch searchForInstances(String studyInstanceUid, String seriesInstanceUid) {
    return searches.instances(studyInstanceUid, seriesInstanceUid);
  }

  /**
   * Searches for patients: {@code /patients}, which is no part of the standard.
   *
   * @return a request
   * @throws UnsupportedOperationException if the server's profile does not have it
   */
  public PatientSearch searchForPatients() {
    return searches.patients();
  }

  /**
   * Searches any other resource of the server that answers as searches do, such as {@code
   * mwlitems}.
   *
   * @param path the segments of its path below the base URL
   * @return a request
   */
  public ResourceSearch searchFor(String... path) {
    return searches.resource(List.of(path));
  }

  /**
   * Retrieves one object by WADO-URI (PS3.18 §9), from the URL that was set for it, or else from
   * the base URL.
   *
   * @param studyUid the study
   * @param seriesUid the series
   * @param objectUid the instance
   * @return a request, which goes on with the form in which the object is wanted
   */
  public UriRequest retrieveByUri(String studyUid, String seriesUid, String objectUid) {
    return new RealUri(transport, new Target(studyUid, seriesUid, objectUid));
  }

  /**
   * Stores instances (PS3.18 §10.5).
   *
   * @return a request without sources yet
   */
  public StoreRequest storeInstances() {
    return new RealStore(transport, listener);
  }

  /**
   * Puts a URL that the server named, such as a RetrieveURL (0008,1190), on the base URL if it
   * names another scheme, host or port: for servers behind a proxy that do not know their own
   * address.
   *
   * @param url absolute, or relative to the base URL
   * @return where this client reaches it; an absolute URL of the same origin, or of something that
   *     the base URL cannot have, as it is
   * @throws IllegalArgumentException if it is no HTTP or HTTPS URL
   */
  public String rebase(String url) {
    HttpUrl base = transport.base(Service.RETRIEVE);
    HttpUrl named = Links.of(transport.profile(), base).resolve(url, null);
    if (named == null) {
      throw new IllegalArgumentException("this is no HTTP or HTTPS URL");
    }
    return Links.rebase(named, base).toString();
  }

  /**
   * Finds out what the server does where servers differ, by a bounded number of requests that
   * change nothing.
   *
   * @return a request
   */
  public ProbeRequest probe() {
    return new RealProbe(transport);
  }

  /**
   * Asks the server what it says it can do (Retrieve Capabilities, PS3.18 §8.9).
   *
   * @return a request
   */
  public CapabilitiesRequest capabilities() {
    return new RealCapabilities(transport);
  }

  /**
   * A client of the same server that knows other facts about it, such as those that {@link #probe}
   * found. It shares connections and threads with this one, and is closed with it.
   *
   * @param profile the facts
   * @return a client, which may be closed by itself too
   */
  public DicomWebClient withProfile(ServerProfile profile) {
    return new DicomWebClient(transport.withProfile(profile), listener, () -> {});
  }

  /**
   * A client of the same server for somebody else: a back end takes one for each user whom it acts
   * for. It costs next to nothing, shares connections and threads with this one but no cache and no
   * cookies, and is closed with it.
   *
   * @param credentials the credentials, which go where those of this client go
   * @return a client, which may be closed by itself too
   * @throws IllegalArgumentException if they would travel over plain HTTP to another host, and that
   *     was not allowed
   */
  public DicomWebClient withCredentials(Credentials credentials) {
    Objects.requireNonNull(credentials, "credentials");
    return new DicomWebClient(transport.withCredentials(credentials), listener, () -> {});
  }

  /**
   * Deletes and rejects, on servers that do: no part of PS3.18.
   *
   * @return what can be deleted
   */
  public Deletions deletions() {
    return new RealDeletions(transport);
  }

  /**
   * Closes the client: calls after this are refused, and those under way are cancelled, with those
   * of clients that share its connections. Waits, for ten seconds at most, until transfers into
   * files have taken away what they had not finished; a file that is there afterwards is whole.
   * Threads and connections are freed if they are its own.
   */
  @Override
  public void close() {
    transport.close();
    onClose.run();
  }

  /** Says nothing of the server. */
  @Override
  public String toString() {
    return "DicomWebClient";
  }
}
