// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.profile;

import java.util.EnumSet;
import java.util.Set;

/**
 * Facts about a server that the standard leaves open or that the server gets wrong. A quirk is read
 * from here, where a request is described; nothing else asks which product answers. Immutable and
 * equal by value; {@link #toBuilder()} starts a changed copy.
 */
public final class ServerProfile {

  /** What a server does with percent-encoded query values. */
  public enum QueryEscaping {
    /** It decodes them, as PS3.18 §8.3.1 says. */
    PERCENT,
    /**
     * It takes them literally. Characters that need escaping are sent as the wildcards {@code ?}
     * and {@code *} where the attribute allows them, and the results are filtered here.
     */
    WILDCARD,
    /**
     * Not known: percent-encoding is tried first, and wildcards when that finds nothing. What
     * worked is remembered by the client.
     */
    ADAPTIVE
  }

  /** How several values of one parameter are written. */
  public enum ListStyle {
    /** {@code includefield=a,b}. */
    COMMA,
    /** {@code includefield=a&includefield=b}. */
    REPEATED
  }

  /** What stands between the values of a list that is matched (PS3.18 §8.3.4.7). */
  public enum ValueSeparator {
    /** A comma. */
    COMMA,
    /** A backslash, as PS3.4 has it. */
    BACKSLASH
  }

  /** Whether {@code emptyvaluematching} and {@code multiplevaluematching} are sent. */
  public enum MatchingParameters {
    /** They are where a search needs them (PS3.18 §8.3.4). */
    SENT,
    /** They are left out: for servers that refuse parameters they do not know. */
    OMITTED
  }

  /** Who applies the matching keys of a search. */
  public enum Matching {
    /** The server. */
    SERVER,
    /**
     * This library: the server gives everything, whatever was asked. The keys are not sent then,
     * and a result that lacks an attribute that is matched does not match.
     */
    CLIENT
  }

  /** How a search comes in pages. */
  public enum Paging {
    /** By {@code limit} and {@code offset}. */
    OFFSET,
    /** Not at all: there is one page, and neither parameter is sent. */
    NONE
  }

  /** How the {@code type} of {@code multipart/related} is written. */
  public enum TypeQuotes {
    /** {@code type="application/dicom"}, as RFC 2387 wants it. */
    QUOTED,
    /** {@code type=application/dicom}. */
    BARE
  }

  /** Whether {@code transfer-syntax=*} is sent. */
  public enum AnyTransferSyntax {
    /** It is, to get what is stored. */
    SENT,
    /** It is left out; the server sends what it likes. */
    OMITTED
  }

  /** How several acceptable media types are written. */
  public enum AcceptStyle {
    /** One in each request; the next one when it is refused. */
    ONE,
    /** Several, between commas, the best first. */
    SEVERAL,
    /** Several, with weights ({@code q}). */
    WEIGHTED
  }

  /** Whether parts are asked for alone or in a multipart body, where both are possible. */
  public enum PartStyle {
    /** In a multipart body first. */
    MULTIPART,
    /** Alone first. */
    SINGLE
  }

  /** How frames and pixel data are asked for as they are stored, whatever that is. */
  public enum StoredBulkData {
    /**
     * As {@code application/octet-stream; transfer-syntax=*}: compressed ones come under their own
     * media type all the same.
     */
    ANY_TRANSFER_SYNTAX,
    /**
     * As {@code *}{@code /*}: for servers that decompress whatever is asked for as {@code
     * application/octet-stream}.
     */
    ANYTHING
  }

  /** What a relative BulkDataURI refers to. */
  public enum BulkDataBase {
    /** The URL from which the metadata came, as PS3.18 §F.2.6 says. */
    REQUEST,
    /** The URL of the study. */
    STUDY,
    /** The URL of the series. */
    SERIES,
    /** The URL of the instance. */
    INSTANCE
  }

  /** What is done with links that name another origin than the configured one. */
  public enum Links {
    /** They are followed as they are, without credentials. */
    AS_GIVEN,
    /**
     * They are put on the configured base URL: for servers behind a proxy that name themselves by a
     * scheme or host which nobody else knows.
     */
    REBASED
  }

  /** How the window of a rendered image is written. */
  public enum WindowStyle {
    /** {@code window=center,width,function}. */
    FUNCTION,
    /** {@code window=center,width}. */
    TWO_VALUES,
    /** {@code windowcenter=…&windowwidth=…}. */
    SEPARATE
  }

  /** How instances are sent. */
  public enum StoreForm {
    /** All in one {@code multipart/related} body. */
    MULTIPART,
    /** Each in a request of its own, as {@code application/dicom}. */
    SINGLE_PART
  }

  /**
   * How many frames compressed pixel data may have where it is stored as metadata and bulk data,
   * each frame in a part of its own.
   */
  public enum StoredFrames {
    /** Any number: the parts of an instance have one Content-Location, and are in order. */
    ANY,
    /**
     * One: of several parts with one Content-Location the server keeps the last. Instances with
     * more frames are not sent so.
     */
    ONE
  }

  /** How the length of what is sent is told. */
  public enum UploadFraming {
    /** By Content-Length when all lengths are known, chunked otherwise. */
    AS_KNOWN,
    /**
     * Always by Content-Length: for servers that refuse chunked bodies. A source of unknown length
     * is read once more to measure it.
     */
    SIZED,
    /** Always chunked. */
    CHUNKED
  }

  /** How a deletion is answered. */
  public enum DeleteAnswer {
    /** At once. */
    IMMEDIATE,
    /** By an operation that is asked for its state until it is done. */
    OPERATION
  }

  private final ServerProfileBuilder facts;

  ServerProfile(ServerProfileBuilder facts) {
    this.facts = facts;
  }

  /**
   * A server of which nothing is known but the standard. It has no features beyond the standard.
   *
   * @return the profile used when none is given
   */
  public static ServerProfile standard() {
    return Presets.STANDARD;
  }

  /**
   * Orthanc with its DICOMweb plugin as distributions package it: query values are not decoded.
   *
   * @return a profile
   */
  public static ServerProfile orthanc() {
    return Presets.ORTHANC;
  }

  /**
   * dcm4chee-arc 5.
   *
   * @return a profile
   */
  public static ServerProfile dcm4chee() {
    return Presets.DCM4CHEE;
  }

  /**
   * Google Cloud Healthcare.
   *
   * @return a profile
   */
  public static ServerProfile google() {
    return Presets.GOOGLE;
  }

  /**
   * Azure Health Data Services, and the Medical Imaging Server for DICOM.
   *
   * @return a profile
   */
  public static ServerProfile azure() {
    return Presets.AZURE;
  }

  /**
   * AWS HealthImaging.
   *
   * @return a profile
   */
  public static ServerProfile awsHealthImaging() {
    return Presets.AWS_HEALTH_IMAGING;
  }

  /**
   * Files that were made beforehand, on any web server.
   *
   * @return a profile
   */
  public static ServerProfile staticDicomWeb() {
    return Presets.STATIC_DICOM_WEB;
  }

  /**
   * Starts a profile that differs from this one.
   *
   * @return a builder with the facts of this profile
   */
  public ServerProfileBuilder toBuilder() {
    return new ServerProfileBuilder(facts);
  }

  /**
   * Whether the server offers something.
   *
   * @param feature what
   * @return true if it does, or if nothing is known and the standard has it
   */
  public boolean has(Feature feature) {
    return facts.features.contains(feature);
  }

  /**
   * What the server offers.
   *
   * @return the features
   */
  public Set<Feature> features() {
    return EnumSet.copyOf(facts.features);
  }

  /**
   * What the server does with percent-encoded query values.
   *
   * @return the fact
   */
  public QueryEscaping queryEscaping() {
    return facts.queryEscaping;
  }

  /**
   * How several {@code includefield} values are written.
   *
   * @return the fact
   */
  public ListStyle includeFieldStyle() {
    return facts.includeFieldStyle;
  }

  /**
   * What stands between the values of a list that is matched.
   *
   * @return the fact
   */
  public ValueSeparator valueSeparator() {
    return facts.valueSeparator;
  }

  /**
   * Whether {@code emptyvaluematching} and {@code multiplevaluematching} are sent.
   *
   * @return the fact
   */
  public MatchingParameters matchingParameters() {
    return facts.matchingParameters;
  }

  /**
   * Who applies the matching keys of a search.
   *
   * @return the fact
   */
  public Matching matching() {
    return facts.matching;
  }

  /**
   * How a search comes in pages.
   *
   * @return the fact
   */
  public Paging paging() {
    return facts.paging;
  }

  /**
   * The {@code limit} that a paged search asks for; some servers refuse more than 200.
   *
   * @return at least 1
   */
  public int pageSize() {
    return facts.pageSize;
  }

  /**
   * How the {@code type} of {@code multipart/related} is written.
   *
   * @return the fact
   */
  public TypeQuotes typeQuotes() {
    return facts.typeQuotes;
  }

  /**
   * Whether {@code transfer-syntax=*} is sent.
   *
   * @return the fact
   */
  public AnyTransferSyntax anyTransferSyntax() {
    return facts.anyTransferSyntax;
  }

  /**
   * How several acceptable media types are written.
   *
   * @return the fact
   */
  public AcceptStyle acceptStyle() {
    return facts.acceptStyle;
  }

  /**
   * How instances, frames and bulk data are asked for where one part or several are possible.
   *
   * @return the fact
   */
  public PartStyle partStyle() {
    return facts.partStyle;
  }

  /**
   * How frames and pixel data are asked for as they are stored.
   *
   * @return the fact
   */
  public StoredBulkData storedBulkData() {
    return facts.storedBulkData;
  }

  /**
   * What a relative BulkDataURI refers to.
   *
   * @return the fact
   */
  public BulkDataBase bulkDataBase() {
    return facts.bulkDataBase;
  }

  /**
   * What is done with links to another origin.
   *
   * @return the fact
   */
  public Links links() {
    return facts.links;
  }

  /**
   * How the window of a rendered image is written.
   *
   * @return the fact
   */
  public WindowStyle windowStyle() {
    return facts.windowStyle;
  }

  /**
   * The last path segment of a multi-planar reconstruction.
   *
   * @return {@code renderedmpr}, or what the server has
   */
  public String mprSegment() {
    return facts.mprSegment;
  }

  /**
   * The last path segment of a volume.
   *
   * @return {@code rendered3d}, or what the server has
   */
  public String volumeSegment() {
    return facts.volumeSegment;
  }

  /**
   * The name of WADO-URI's parameter for what is burnt into a rendered image.
   *
   * @return {@code annotation}, or {@code imageAnnotation}
   */
  public String uriAnnotationName() {
    return facts.uriAnnotationName;
  }

  /**
   * How instances are sent.
   *
   * @return the fact
   */
  public StoreForm storeForm() {
    return facts.storeForm;
  }

  /**
   * How many frames compressed pixel data may have where it is stored as metadata and bulk data.
   *
   * @return the fact
   */
  public StoredFrames storedFrames() {
    return facts.storedFrames;
  }

  /**
   * How the length of what is sent is told.
   *
   * @return the fact
   */
  public UploadFraming uploadFraming() {
    return facts.uploadFraming;
  }

  /**
   * How a deletion is answered.
   *
   * @return the fact
   */
  public DeleteAnswer deleteAnswer() {
    return facts.deleteAnswer;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ServerProfile profile && profile.facts.named().equals(facts.named());
  }

  @Override
  public int hashCode() {
    return facts.named().hashCode();
  }

  /** All facts; none of them is a secret. */
  @Override
  public String toString() {
    return "ServerProfile" + facts.named();
  }
}
