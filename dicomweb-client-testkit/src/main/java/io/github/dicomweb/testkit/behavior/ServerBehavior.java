// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.behavior;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How a test server behaves. It begins with {@link #standard()}, or with what is known of a
 * product, and one switch after the other changes it:
 *
 * <pre>
 * server.behavior(
 *     ServerBehavior.orthanc()
 *         .withAnswers(answers -&gt; answers.withFraming(Framing.CHUNKED))
 *         .without(Feature.THUMBNAIL));
 * </pre>
 *
 * <p>The products are described from outside: they are what a client meets, no more than the
 * switches can tell, and no substitute for a test with the product itself.
 *
 * <p>Immutable; each {@code with} method gives a changed copy.
 *
 * @param answers how answers look
 * @param multipart how multipart answers are written
 * @param parts how their parts are labelled
 * @param accept how the Accept header is read
 * @param search how queries are read
 * @param pages how results are limited and counted
 * @param store what may be stored
 * @param metadata what metadata holds
 * @param faults what goes wrong beside that
 * @param absent what there is not
 */
public record ServerBehavior(
    AnswerBehavior answers,
    MultipartBehavior multipart,
    PartBehavior parts,
    AcceptBehavior accept,
    SearchBehavior search,
    PageBehavior pages,
    StoreBehavior store,
    MetadataBehavior metadata,
    FaultBehavior faults,
    Set<Feature> absent) {

  /**
   * Copies the set.
   *
   * @param answers how answers look
   * @param multipart how multipart answers are written
   * @param parts how their parts are labelled
   * @param accept how the Accept header is read
   * @param search how queries are read
   * @param pages how results are limited and counted
   * @param store what may be stored
   * @param metadata what metadata holds
   * @param faults what goes wrong beside that
   * @param absent what there is not
   */
  public ServerBehavior {
    absent = Set.copyOf(absent);
  }

  /**
   * A server that keeps to the standard, with all that the test server has.
   *
   * @return the behavior of a server that was just started
   */
  public static ServerBehavior standard() {
    return new ServerBehavior(
        AnswerBehavior.standard(),
        MultipartBehavior.standard(),
        PartBehavior.standard(),
        AcceptBehavior.standard(),
        SearchBehavior.standard(),
        PageBehavior.standard(),
        StoreBehavior.standard(),
        MetadataBehavior.standard(),
        FaultBehavior.standard(),
        Set.of());
  }

  /**
   * Orthanc with its DICOMweb plugin, as Debian 12 packages it: the last range of Accept counts,
   * single parts are refused with 400, query values are not decoded, nothing found is an empty
   * array, multipart ends with the connection, Store drops parts whose type has parameters.
   *
   * @return a behavior
   */
  public static ServerBehavior orthanc() {
    return Products.orthanc();
  }

  /**
   * dcm4chee-arc 5: multipart only, unknown parameters are refused, no line end at the end, pixel
   * data at the URL of the instance, numbers as strings, errors as JSON labelled text.
   *
   * @return a behavior
   */
  public static ServerBehavior dcm4chee() {
    return Products.dcm4chee();
  }

  /**
   * Google Cloud Healthcare: 100 results by default, rendered instances and frames only, single
   * files may be stored, no bulk data resources and no service of the URI. Deletions of studies and
   * series are operations, and to ask for their state clients need a base URL such as Google's:
   * with each behavior the services are below {@code
   * /v1/projects/p/locations/l/datasets/d/dicomStores/s/dicomWeb} of the server, too.
   *
   * @return a behavior
   */
  public static ServerBehavior google() {
    return Products.google();
  }

  /**
   * Azure DICOM service: pages of 100 and at most 200, metadata without binary values and with
   * entity tags, single parts.
   *
   * @return a behavior
   */
  public static ServerBehavior azure() {
    return Products.azure();
  }

  /**
   * AWS HealthImaging: hierarchical searches, instances, frames and metadata of series and
   * instances, nothing rendered.
   *
   * @return a behavior
   */
  public static ServerBehavior awsHealthImaging() {
    return Products.awsHealthImaging();
  }

  /**
   * A static archive: files that a web server gives, always compressed and mostly labelled wrong,
   * whatever Accept and the query say. Nothing can be stored.
   *
   * @return a behavior
   */
  public static ServerBehavior staticDicomWeb() {
    return Products.staticDicomWeb();
  }

  /**
   * Changes {@link #answers()}.
   *
   * @param change makes the new from the old
   * @return a changed copy
   */
  public ServerBehavior withAnswers(UnaryOperator<AnswerBehavior> change) {
    return new ServerBehavior(
        change.apply(answers),
        multipart,
        parts,
        accept,
        search,
        pages,
        store,
        metadata,
        faults,
        absent);
  }

  /**
   * Changes {@link #multipart()}.
   *
   * @param change makes the new from the old
   * @return a changed copy
   */
  public ServerBehavior withMultipart(UnaryOperator<MultipartBehavior> change) {
    return new ServerBehavior(
        answers,
        change.apply(multipart),
        parts,
        accept,
        search,
        pages,
        store,
        metadata,
        faults,
        absent);
  }

  /**
   * Changes {@link #parts()}.
   *
   * @param change makes the new from the old
   * @return a changed copy
   */
  public ServerBehavior withParts(UnaryOperator<PartBehavior> change) {
    return new ServerBehavior(
        answers,
        multipart,
        change.apply(parts),
        accept,
        search,
        pages,
        store,
        metadata,
        faults,
        absent);
  }

  /**
   * Changes {@link #accept()}.
   *
   * @param change makes the new from the old
   * @return a changed copy
   */
  public ServerBehavior withAccept(UnaryOperator<AcceptBehavior> change) {
    return new ServerBehavior(
        answers,
        multipart,
        parts,
        change.apply(accept),
        search,
        pages,
        store,
        metadata,
        faults,
        absent);
  }

  /**
   * Changes {@link #search()}.
   *
   * @param change makes the new from the old
   * @return a changed copy
   */
  public ServerBehavior withSearch(UnaryOperator<SearchBehavior> change) {
    return new ServerBehavior(
        answers,
        multipart,
        parts,
        accept,
        change.apply(search),
        pages,
        store,
        metadata,
        faults,
        absent);
  }

  /**
   * Changes {@link #pages()}.
   *
   * @param change makes the new from the old
   * @return a changed copy
   */
  public ServerBehavior withPages(UnaryOperator<PageBehavior> change) {
    return new ServerBehavior(
        answers,
        multipart,
        parts,
        accept,
        search,
        change.apply(pages),
        store,
        metadata,
        faults,
        absent);
  }

  /**
   * Changes {@link #store()}.
   *
   * @param change makes the new from the old
   * @return a changed copy
   */
  public ServerBehavior withStore(UnaryOperator<StoreBehavior> change) {
    return new ServerBehavior(
        answers,
        multipart,
        parts,
        accept,
        search,
        pages,
        change.apply(store),
        metadata,
        faults,
        absent);
  }

  /**
   * Changes {@link #metadata()}.
   *
   * @param change makes the new from the old
   * @return a changed copy
   */
  public ServerBehavior withMetadata(UnaryOperator<MetadataBehavior> change) {
    return new ServerBehavior(
        answers,
        multipart,
        parts,
        accept,
        search,
        pages,
        store,
        change.apply(metadata),
        faults,
        absent);
  }

  /**
   * Changes {@link #faults()}.
   *
   * @param change makes the new from the old
   * @return a changed copy
   */
  public ServerBehavior withFaults(UnaryOperator<FaultBehavior> change) {
    return new ServerBehavior(
        answers,
        multipart,
        parts,
        accept,
        search,
        pages,
        store,
        metadata,
        change.apply(faults),
        absent);
  }

  /**
   * Takes features away.
   *
   * @param features what there shall not be
   * @return a changed copy
   */
  public ServerBehavior without(Feature... features) {
    EnumSet<Feature> changed = EnumSet.noneOf(Feature.class);
    changed.addAll(absent);
    changed.addAll(List.of(features));
    return withAbsent(changed);
  }

  /**
   * Gives features back.
   *
   * @param features what there shall be
   * @return a changed copy
   */
  public ServerBehavior with(Feature... features) {
    EnumSet<Feature> changed = EnumSet.noneOf(Feature.class);
    changed.addAll(absent);
    changed.removeAll(List.of(features));
    return withAbsent(changed);
  }

  private ServerBehavior withAbsent(Set<Feature> value) {
    return new ServerBehavior(
        answers, multipart, parts, accept, search, pages, store, metadata, faults, value);
  }
}
