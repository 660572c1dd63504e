// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.profile;

import io.github.dicomweb.profile.ServerProfile.AcceptStyle;
import io.github.dicomweb.profile.ServerProfile.AnyTransferSyntax;
import io.github.dicomweb.profile.ServerProfile.BulkDataBase;
import io.github.dicomweb.profile.ServerProfile.DeleteAnswer;
import io.github.dicomweb.profile.ServerProfile.Links;
import io.github.dicomweb.profile.ServerProfile.ListStyle;
import io.github.dicomweb.profile.ServerProfile.Matching;
import io.github.dicomweb.profile.ServerProfile.MatchingParameters;
import io.github.dicomweb.profile.ServerProfile.Paging;
import io.github.dicomweb.profile.ServerProfile.PartStyle;
import io.github.dicomweb.profile.ServerProfile.QueryEscaping;
import io.github.dicomweb.profile.ServerProfile.StoreForm;
import io.github.dicomweb.profile.ServerProfile.StoredBulkData;
import io.github.dicomweb.profile.ServerProfile.StoredFrames;
import io.github.dicomweb.profile.ServerProfile.TypeQuotes;
import io.github.dicomweb.profile.ServerProfile.UploadFraming;
import io.github.dicomweb.profile.ServerProfile.ValueSeparator;
import io.github.dicomweb.profile.ServerProfile.WindowStyle;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Collects the facts of a {@link ServerProfile}, which explains them. Not thread-safe. */
public final class ServerProfileBuilder {
  final Set<Feature> features;
  QueryEscaping queryEscaping = QueryEscaping.ADAPTIVE;
  ListStyle includeFieldStyle = ListStyle.COMMA;
  ValueSeparator valueSeparator = ValueSeparator.COMMA;
  MatchingParameters matchingParameters = MatchingParameters.SENT;
  Matching matching = Matching.SERVER;
  Paging paging = Paging.OFFSET;
  int pageSize = 200;
  TypeQuotes typeQuotes = TypeQuotes.QUOTED;
  AnyTransferSyntax anyTransferSyntax = AnyTransferSyntax.SENT;
  AcceptStyle acceptStyle = AcceptStyle.ONE;
  PartStyle partStyle = PartStyle.MULTIPART;
  StoredBulkData storedBulkData = StoredBulkData.ANY_TRANSFER_SYNTAX;
  BulkDataBase bulkDataBase = BulkDataBase.REQUEST;
  Links links = Links.AS_GIVEN;
  WindowStyle windowStyle = WindowStyle.FUNCTION;
  String mprSegment = "renderedmpr";
  String volumeSegment = "rendered3d";
  String uriAnnotationName = "annotation";
  StoreForm storeForm = StoreForm.MULTIPART;
  StoredFrames storedFrames = StoredFrames.ANY;
  UploadFraming uploadFraming = UploadFraming.AS_KNOWN;
  DeleteAnswer deleteAnswer = DeleteAnswer.IMMEDIATE;

  ServerProfileBuilder(Set<Feature> features) {
    this.features = EnumSet.copyOf(features);
  }

  ServerProfileBuilder(ServerProfileBuilder other) {
    this.features = EnumSet.copyOf(other.features);
    this.queryEscaping = other.queryEscaping;
    this.includeFieldStyle = other.includeFieldStyle;
    this.valueSeparator = other.valueSeparator;
    this.matchingParameters = other.matchingParameters;
    this.matching = other.matching;
    this.paging = other.paging;
    this.pageSize = other.pageSize;
    this.typeQuotes = other.typeQuotes;
    this.anyTransferSyntax = other.anyTransferSyntax;
    this.acceptStyle = other.acceptStyle;
    this.partStyle = other.partStyle;
    this.storedBulkData = other.storedBulkData;
    this.bulkDataBase = other.bulkDataBase;
    this.links = other.links;
    this.windowStyle = other.windowStyle;
    this.mprSegment = other.mprSegment;
    this.volumeSegment = other.volumeSegment;
    this.uriAnnotationName = other.uriAnnotationName;
    this.storeForm = other.storeForm;
    this.storedFrames = other.storedFrames;
    this.uploadFraming = other.uploadFraming;
    this.deleteAnswer = other.deleteAnswer;
  }

  /**
   * Adds features.
   *
   * @param more what the server offers
   * @return this
   */
  public ServerProfileBuilder with(Feature... more) {
    features.addAll(List.of(more));
    return this;
  }

  /**
   * Takes features away.
   *
   * @param fewer what the server does not offer
   * @return this
   */
  public ServerProfileBuilder without(Feature... fewer) {
    List.of(fewer).forEach(features::remove);
    return this;
  }

  /**
   * Sets {@link ServerProfile#queryEscaping()}.
   *
   * @param value the fact
   * @return this
   */
  public ServerProfileBuilder queryEscaping(QueryEscaping value) {
    this.queryEscaping = Objects.requireNonNull(value, "queryEscaping");
    return this;
  }

  /**
   * Sets {@link ServerProfile#includeFieldStyle()}.
   *
   * @param value the fact
   * @return this
   */
  public ServerProfileBuilder includeFieldStyle(ListStyle value) {
    this.includeFieldStyle = Objects.requireNonNull(value, "includeFieldStyle");
    return this;
  }

  /**
   * Sets {@link ServerProfile#valueSeparator()}.
   *
   * @param value the fact
   * @return this
   */
  public ServerProfileBuilder valueSeparator(ValueSeparator value) {
    this.valueSeparator = Objects.requireNonNull(value, "valueSeparator");
    return this;
  }

  /**
   * Sets {@link ServerProfile#matchingParameters()}.
   *
   * @param value the fact
   * @return this
   */
  public ServerProfileBuilder matchingParameters(MatchingParameters value) {
    this.matchingParameters = Objects.requireNonNull(value, "matchingParameters");
    return this;
  }

  /**
   * Sets {@link ServerProfile#matching()}.
   *
   * @param value the fact
   * @return this
   */
  public ServerProfileBuilder matching(Matching value) {
    this.matching = Objects.requireNonNull(value, "matching");
    return this;
  }

  /**
   * Sets {@link ServerProfile#paging()}.
   *
   * @param value the fact
   * @return this
   */
  public ServerProfileBuilder paging(Paging value) {
    this.paging = Objects.requireNonNull(value, "paging");
    return this;
  }

  /**
   * Sets {@link ServerProfile#pageSize()}.
   *
   * @param value the fact
   * @return this
   * @throws IllegalArgumentException if it is not positive
   */
  public ServerProfileBuilder pageSize(int value) {
    if (value < 1) {
      throw new IllegalArgumentException("the page size must be positive");
    }
    this.pageSize = value;
    return this;
  }

  /**
   * Sets {@link ServerProfile#typeQuotes()}.
   *
   * @param value the fact
   * @return this
   */
  public ServerProfileBuilder typeQuotes(TypeQuotes value) {
    this.typeQuotes = Objects.requireNonNull(value, "typeQuotes");
    return this;
  }

  /**
   * Sets {@link ServerProfile#anyTransferSyntax()}.
   *
   * @param value the fact
   * @return this
   */
  public ServerProfileBuilder anyTransferSyntax(AnyTransferSyntax value) {
    this.anyTransferSyntax = Objects.requireNonNull(value, "anyTransferSyntax");
    return this;
  }

  /**
   * Sets {@link ServerProfile#acceptStyle()}.
   *
   * @param value the fact
   * @return this
   */
  public ServerProfileBuilder acceptStyle(AcceptStyle value) {
    this.acceptStyle = Objects.requireNonNull(value, "acceptStyle");
    return this;
  }

  /**
   * Sets {@link ServerProfile#partStyle()}.
   *
   * @param value the fact
   * @return this
   */
  public ServerProfileBuilder partStyle(PartStyle value) {
    this.partStyle = Objects.requireNonNull(value, "partStyle");
    return this;
  }

  /**
   * Sets {@link ServerProfile#storedBulkData()}.
   *
   * @param value the fact
   * @return this
   */
  public ServerProfileBuilder storedBulkData(StoredBulkData value) {
    this.storedBulkData = Objects.requireNonNull(value, "storedBulkData");
    return this;
  }

  /**
   * Sets {@link ServerProfile#bulkDataBase()}.
   *
   * @param value the fact
   * @return this
   */
  public ServerProfileBuilder bulkDataBase(BulkDataBase value) {
    this.bulkDataBase = Objects.requireNonNull(value, "bulkDataBase");
    return this;
  }

  /**
   * Sets {@link ServerProfile#links()}.
   *
   * @param value the fact
   * @return this
   */
  public ServerProfileBuilder links(Links value) {
    this.links = Objects.requireNonNull(value, "links");
    return this;
  }

  /**
   * Sets {@link ServerProfile#windowStyle()}.
   *
   * @param value the fact
   * @return this
   */
  public ServerProfileBuilder windowStyle(WindowStyle value) {
    this.windowStyle = Objects.requireNonNull(value, "windowStyle");
    return this;
  }

  /**
   * Sets {@link ServerProfile#mprSegment()}.
   *
   * @param value the fact
   * @return this
   * @throws IllegalArgumentException if it holds more than letters, digits and {@code . _ -}
   */
  public ServerProfileBuilder mprSegment(String value) {
    if (!value.matches("[A-Za-z0-9._-]+")) {
      throw new IllegalArgumentException("this is no name that a URL can have as it is");
    }
    this.mprSegment = value;
    return this;
  }

  /**
   * Sets {@link ServerProfile#volumeSegment()}.
   *
   * @param value the fact
   * @return this
   * @throws IllegalArgumentException if it holds more than letters, digits and {@code . _ -}
   */
  public ServerProfileBuilder volumeSegment(String value) {
    if (!value.matches("[A-Za-z0-9._-]+")) {
      throw new IllegalArgumentException("this is no name that a URL can have as it is");
    }
    this.volumeSegment = value;
    return this;
  }

  /**
   * Sets {@link ServerProfile#uriAnnotationName()}.
   *
   * @param value the fact
   * @return this
   * @throws IllegalArgumentException if it holds more than letters, digits and {@code . _ -}
   */
  public ServerProfileBuilder uriAnnotationName(String value) {
    if (!value.matches("[A-Za-z0-9._-]+")) {
      throw new IllegalArgumentException("this is no name that a URL can have as it is");
    }
    this.uriAnnotationName = value;
    return this;
  }

  /**
   * Sets {@link ServerProfile#storeForm()}.
   *
   * @param value the fact
   * @return this
   */
  public ServerProfileBuilder storeForm(StoreForm value) {
    this.storeForm = Objects.requireNonNull(value, "storeForm");
    return this;
  }

  /**
   * Sets {@link ServerProfile#storedFrames()}.
   *
   * @param value the fact
   * @return this
   */
  public ServerProfileBuilder storedFrames(StoredFrames value) {
    this.storedFrames = Objects.requireNonNull(value, "storedFrames");
    return this;
  }

  /**
   * Sets {@link ServerProfile#uploadFraming()}.
   *
   * @param value the fact
   * @return this
   */
  public ServerProfileBuilder uploadFraming(UploadFraming value) {
    this.uploadFraming = Objects.requireNonNull(value, "uploadFraming");
    return this;
  }

  /**
   * Sets {@link ServerProfile#deleteAnswer()}.
   *
   * @param value the fact
   * @return this
   */
  public ServerProfileBuilder deleteAnswer(DeleteAnswer value) {
    this.deleteAnswer = Objects.requireNonNull(value, "deleteAnswer");
    return this;
  }

  /**
   * Builds the profile.
   *
   * @return a profile with the facts so far
   */
  public ServerProfile build() {
    return new ServerProfile(new ServerProfileBuilder(this));
  }

  /** The facts by name, in order. */
  Map<String, Object> named() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("features", EnumSet.copyOf(features));
    facts.put("queryEscaping", queryEscaping);
    facts.put("includeFieldStyle", includeFieldStyle);
    facts.put("valueSeparator", valueSeparator);
    facts.put("matchingParameters", matchingParameters);
    facts.put("matching", matching);
    facts.put("paging", paging);
    facts.put("pageSize", pageSize);
    facts.put("typeQuotes", typeQuotes);
    facts.put("anyTransferSyntax", anyTransferSyntax);
    facts.put("acceptStyle", acceptStyle);
    facts.put("partStyle", partStyle);
    facts.put("storedBulkData", storedBulkData);
    facts.put("bulkDataBase", bulkDataBase);
    facts.put("links", links);
    facts.put("windowStyle", windowStyle);
    facts.put("mprSegment", mprSegment);
    facts.put("volumeSegment", volumeSegment);
    facts.put("uriAnnotationName", uriAnnotationName);
    facts.put("storeForm", storeForm);
    facts.put("storedFrames", storedFrames);
    facts.put("uploadFraming", uploadFraming);
    facts.put("deleteAnswer", deleteAnswer);
    return facts;
  }

  @Override
  public String toString() {
    return "ServerProfileBuilder" + named();
  }
}
