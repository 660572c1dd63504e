// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.behavior;

import io.github.dicomweb.testkit.behavior.AcceptBehavior.AnySyntax;
import io.github.dicomweb.testkit.behavior.AcceptBehavior.PartCount;
import io.github.dicomweb.testkit.behavior.AcceptBehavior.Quotes;
import io.github.dicomweb.testkit.behavior.AcceptBehavior.Reading;
import io.github.dicomweb.testkit.behavior.AcceptBehavior.Syntaxes;
import io.github.dicomweb.testkit.behavior.AnswerBehavior.Compression;
import io.github.dicomweb.testkit.behavior.AnswerBehavior.Form;
import io.github.dicomweb.testkit.behavior.AnswerBehavior.Framing;
import io.github.dicomweb.testkit.behavior.AnswerBehavior.Numbers;
import io.github.dicomweb.testkit.behavior.AnswerBehavior.Ranges;
import io.github.dicomweb.testkit.behavior.FaultBehavior.ErrorBody;
import io.github.dicomweb.testkit.behavior.MetadataBehavior.BulkData;
import io.github.dicomweb.testkit.behavior.MetadataBehavior.EntityTags;
import io.github.dicomweb.testkit.behavior.MetadataBehavior.PixelData;
import io.github.dicomweb.testkit.behavior.MultipartBehavior.Boundary;
import io.github.dicomweb.testkit.behavior.MultipartBehavior.Closing;
import io.github.dicomweb.testkit.behavior.MultipartBehavior.Parameters;
import io.github.dicomweb.testkit.behavior.PageBehavior.CapNotice;
import io.github.dicomweb.testkit.behavior.PageBehavior.NothingFound;
import io.github.dicomweb.testkit.behavior.PartBehavior.Length;
import io.github.dicomweb.testkit.behavior.PartBehavior.Syntax;
import io.github.dicomweb.testkit.behavior.SearchBehavior.Escapes;
import io.github.dicomweb.testkit.behavior.SearchBehavior.Extension;
import io.github.dicomweb.testkit.behavior.SearchBehavior.Fuzzy;
import io.github.dicomweb.testkit.behavior.SearchBehavior.LowerKeys;
import io.github.dicomweb.testkit.behavior.SearchBehavior.RepeatedParameters;
import io.github.dicomweb.testkit.behavior.SearchBehavior.SequenceKeys;
import io.github.dicomweb.testkit.behavior.SearchBehavior.UnknownParameters;
import io.github.dicomweb.testkit.behavior.SearchBehavior.Xml;
import io.github.dicomweb.testkit.behavior.StoreBehavior.Deletion;
import io.github.dicomweb.testkit.behavior.StoreBehavior.NoParts;
import io.github.dicomweb.testkit.behavior.StoreBehavior.PartParameters;
import io.github.dicomweb.testkit.behavior.StoreBehavior.SinglePart;

/** What is known of products, in switches. */
final class Products {
  private static final long GIBIBYTE = 1L << 30;

  private Products() {}

  static ServerBehavior orthanc() {
    return ServerBehavior.standard()
        .withAnswers(
            answers -> answers.withFraming(Framing.CLOSE_AFTER_SEVERAL).withRanges(Ranges.IGNORED))
        .withMultipart(
            multipart ->
                multipart.withParameters(Parameters.SYNTAX_IN_TYPE).withBoundary(Boundary.LONGEST))
        .withParts(parts -> parts.withLength(Length.RIGHT).withSyntax(Syntax.ABSENT_FROM_FILES))
        .withAccept(
            accept ->
                accept
                    .withReading(ResourceCategory.INSTANCES, Reading.LAST_RANGE)
                    .withReading(ResourceCategory.BULK_DATA, Reading.LAST_RANGE)
                    .withReading(ResourceCategory.FRAMES, Reading.LAST_RANGE)
                    .withReading(ResourceCategory.RENDERED, Reading.ONE_RANGE)
                    .withReading(ResourceCategory.STORE, Reading.IGNORED)
                    .withOffers(ResourceCategory.RENDERED, "image/jpeg", "image/png")
                    .withAnySyntax(AnySyntax.ANY_TYPE)
                    .withParts(PartCount.MULTIPART_ONLY)
                    .withRefusalStatus(400))
        .withSearch(
            search ->
                plain(search)
                    .withEscapes(Escapes.LITERAL)
                    .withRepeatedParameters(RepeatedParameters.LAST)
                    .withLowerKeys(LowerKeys.IGNORED)
                    .withSequenceKeys(SequenceKeys.IGNORED)
                    .withXml(Xml.BARE))
        .withPages(pages -> pages.withNothingFound(NothingFound.EMPTY_ARRAY))
        .withStore(
            store ->
                store
                    .withSinglePart(SinglePart.REFUSED)
                    .withPartParameters(PartParameters.DROPPED)
                    .withNoParts(NoParts.SUCCESS)
                    .withPartialStatus(400)
                    .withFailedStatus(400))
        .withMetadata(metadata -> metadata.withEntityTags(EntityTags.ABSENT))
        .withFaults(faults -> faults.withErrorBody(ErrorBody.JSON_UNTYPED))
        .without(
            Feature.PATIENTS,
            Feature.COUNTS,
            Feature.ALL_BULK_DATA,
            Feature.PIXEL_DATA,
            Feature.THUMBNAIL,
            Feature.VOLUMES,
            Feature.ZIP,
            Feature.STORE_METADATA,
            Feature.DELETE,
            Feature.REJECT,
            Feature.CAPABILITIES);
  }

  static ServerBehavior dcm4chee() {
    return ServerBehavior.standard()
        .withAnswers(answers -> answers.withNumbers(Numbers.STRINGS).withRanges(Ranges.IGNORED))
        .withMultipart(
            multipart ->
                multipart.withParameters(Parameters.START_FIRST).withClosing(Closing.NOTHING))
        .withAccept(
            accept ->
                accept.withParts(PartCount.MULTIPART_ONLY).withSyntaxes(Syntaxes.ANY_FOR_ANYTHING))
        .withSearch(
            search ->
                plain(search)
                    .withUnknownParameters(UnknownParameters.REFUSED)
                    .withRepeatedParameters(RepeatedParameters.FIRST)
                    .withLowerKeys(LowerKeys.IGNORED))
        .withPages(pages -> pages.withSmallestLimit(1).withLargestLimit(99_999).withCap(1000))
        .withStore(store -> store.withSinglePart(SinglePart.REFUSED))
        .withMetadata(metadata -> metadata.withPixelData(PixelData.INSTANCE_URL))
        .withFaults(faults -> faults.withErrorBody(ErrorBody.JSON_AS_TEXT))
        .without(Feature.VOLUMES, Feature.DELETE);
  }

  static ServerBehavior google() {
    return ServerBehavior.standard()
        .withAccept(accept -> accept.withQuotes(Quotes.REQUIRED))
        .withSearch(Products::plain)
        .withPages(
            pages ->
                pages
                    .withDefaultLimit(100)
                    .withLargestLimit(50_000)
                    .withCapNotice(CapNotice.SILENT))
        .withStore(store -> store.withDeletion(Deletion.OPERATION))
        .without(
            Feature.REJECT,
            Feature.PATIENTS,
            Feature.COUNTS,
            Feature.ALL_BULK_DATA,
            Feature.PIXEL_DATA,
            Feature.RENDERED_STUDIES,
            Feature.THUMBNAIL,
            Feature.VOLUMES,
            Feature.ZIP,
            Feature.STORE_METADATA,
            Feature.URI_SERVICE,
            Feature.CAPABILITIES);
  }

  static ServerBehavior azure() {
    return ServerBehavior.standard()
        .withAnswers(answers -> answers.withForm(Form.SINGLE_PART))
        .withAccept(accept -> accept.withSyntaxes(Syntaxes.ANY_FOR_ANYTHING))
        .withSearch(search -> plain(search).withSequenceKeys(SequenceKeys.IGNORED))
        .withPages(
            pages ->
                pages
                    .withSmallestLimit(1)
                    .withLargestLimit(200)
                    .withDefaultLimit(100)
                    .withCapNotice(CapNotice.SILENT))
        .withMetadata(metadata -> metadata.withBulkData(BulkData.STRIPPED))
        .without(
            Feature.REJECT,
            Feature.PATIENTS,
            Feature.COUNTS,
            Feature.SEARCH_XML,
            Feature.METADATA_XML,
            Feature.BULK_DATA,
            Feature.ALL_BULK_DATA,
            Feature.PIXEL_DATA,
            Feature.RENDERED_STUDIES,
            Feature.THUMBNAIL,
            Feature.VOLUMES,
            Feature.ZIP,
            Feature.STORE_METADATA,
            Feature.URI_SERVICE,
            Feature.CAPABILITIES);
  }

  static ServerBehavior awsHealthImaging() {
    return ServerBehavior.standard()
        .withAnswers(answers -> answers.withForm(Form.SINGLE_PART))
        .withSearch(Products::plain)
        .withPages(pages -> pages.withCap(10_000).withCapNotice(CapNotice.SILENT))
        .withStore(store -> store.withLargestBody(GIBIBYTE))
        .without(
            Feature.RELATIONAL_SEARCH,
            Feature.PATIENTS,
            Feature.COUNTS,
            Feature.SEARCH_XML,
            Feature.STUDY,
            Feature.SERIES,
            Feature.STUDY_METADATA,
            Feature.METADATA_XML,
            Feature.ALL_BULK_DATA,
            Feature.PIXEL_DATA,
            Feature.RENDERED_STUDIES,
            Feature.RENDERED,
            Feature.THUMBNAIL,
            Feature.VOLUMES,
            Feature.ZIP,
            Feature.STORE_METADATA,
            Feature.DELETE,
            Feature.REJECT,
            Feature.URI_SERVICE,
            Feature.CAPABILITIES);
  }

  static ServerBehavior staticDicomWeb() {
    return ServerBehavior.standard()
        .withAnswers(
            answers ->
                answers.withContentType(Label.BY_FILE_NAME).withCompression(Compression.ALWAYS))
        .withAccept(accept -> accept.withReading(Reading.IGNORED))
        .withSearch(search -> search.withQuery(SearchBehavior.Query.IGNORED))
        .withPages(pages -> pages.withNothingFound(NothingFound.EMPTY_ARRAY))
        .withFaults(faults -> faults.withErrorBody(ErrorBody.HTML))
        .without(
            Feature.RELATIONAL_SEARCH,
            Feature.PATIENTS,
            Feature.COUNTS,
            Feature.STUDY,
            Feature.SERIES,
            Feature.INSTANCE,
            Feature.STUDY_METADATA,
            Feature.ALL_BULK_DATA,
            Feature.PIXEL_DATA,
            Feature.RENDERED_STUDIES,
            Feature.RENDERED,
            Feature.VOLUMES,
            Feature.STORE,
            Feature.DELETE,
            Feature.REJECT,
            Feature.URI_SERVICE,
            Feature.CAPABILITIES);
  }

  /** None of the three kinds of matching that a client has to ask for, and no word of it. */
  private static SearchBehavior plain(SearchBehavior search) {
    return search
        .withFuzzy(Fuzzy.IGNORED)
        .withEmptyValues(Extension.IGNORED)
        .withMultipleValues(Extension.IGNORED);
  }
}
