// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.server;

import io.github.dicomweb.cli.run.UsageException;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.profile.ServerProfileBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The facts of a profile as texts, to be printed and to stand in the configuration. */
public final class Facts {
  private record Fact(
      String name,
      Function<ServerProfile, Object> of,
      BiConsumer<ServerProfileBuilder, String> set) {}

  private static final List<Fact> ALL =
      List.of(
          fact(
              "query-escaping",
              ServerProfile.QueryEscaping.class,
              ServerProfile::queryEscaping,
              ServerProfileBuilder::queryEscaping),
          fact(
              "include-field-style",
              ServerProfile.ListStyle.class,
              ServerProfile::includeFieldStyle,
              ServerProfileBuilder::includeFieldStyle),
          fact(
              "value-separator",
              ServerProfile.ValueSeparator.class,
              ServerProfile::valueSeparator,
              ServerProfileBuilder::valueSeparator),
          fact(
              "matching-parameters",
              ServerProfile.MatchingParameters.class,
              ServerProfile::matchingParameters,
              ServerProfileBuilder::matchingParameters),
          fact(
              "matching",
              ServerProfile.Matching.class,
              ServerProfile::matching,
              ServerProfileBuilder::matching),
          fact(
              "paging",
              ServerProfile.Paging.class,
              ServerProfile::paging,
              ServerProfileBuilder::paging),
          new Fact(
              "page-size",
              ServerProfile::pageSize,
              (builder, text) -> builder.pageSize(number(text))),
          fact(
              "type-quotes",
              ServerProfile.TypeQuotes.class,
              ServerProfile::typeQuotes,
              ServerProfileBuilder::typeQuotes),
          fact(
              "any-transfer-syntax",
              ServerProfile.AnyTransferSyntax.class,
              ServerProfile::anyTransferSyntax,
              ServerProfileBuilder::anyTransferSyntax),
          fact(
              "accept-style",
              ServerProfile.AcceptStyle.class,
              ServerProfile::acceptStyle,
              ServerProfileBuilder::acceptStyle),
          fact(
              "part-style",
              ServerProfile.PartStyle.class,
              ServerProfile::partStyle,
              ServerProfileBuilder::partStyle),
          fact(
              "stored-bulk-data",
              ServerProfile.StoredBulkData.class,
              ServerProfile::storedBulkData,
              ServerProfileBuilder::storedBulkData),
          fact(
              "bulk-data-base",
              ServerProfile.BulkDataBase.class,
              ServerProfile::bulkDataBase,
              ServerProfileBuilder::bulkDataBase),
          fact(
              "links",
              ServerProfile.Links.class,
              ServerProfile::links,
              ServerProfileBuilder::links),
          fact(
              "window-style",
              ServerProfile.WindowStyle.class,
              ServerProfile::windowStyle,
              ServerProfileBuilder::windowStyle),
          new Fact("mpr-segment", ServerProfile::mprSegment, ServerProfileBuilder::mprSegment),
          new Fact(
              "volume-segment", ServerProfile::volumeSegment, ServerProfileBuilder::volumeSegment),
          new Fact(
              "uri-annotation-name",
              ServerProfile::uriAnnotationName,
              ServerProfileBuilder::uriAnnotationName),
          fact(
              "store-form",
              ServerProfile.StoreForm.class,
              ServerProfile::storeForm,
              ServerProfileBuilder::storeForm),
          fact(
              "stored-frames",
              ServerProfile.StoredFrames.class,
              ServerProfile::storedFrames,
              ServerProfileBuilder::storedFrames),
          fact(
              "upload-framing",
              ServerProfile.UploadFraming.class,
              ServerProfile::uploadFraming,
              ServerProfileBuilder::uploadFraming),
          fact(
              "delete-answer",
              ServerProfile.DeleteAnswer.class,
              ServerProfile::deleteAnswer,
              ServerProfileBuilder::deleteAnswer));

  private Facts() {}

  private static <E extends Enum<E>> Fact fact(
      String name,
      Class<E> type,
      Function<ServerProfile, E> of,
      BiConsumer<ServerProfileBuilder, E> set) {
    return new Fact(
        name,
        profile -> text(of.apply(profile)),
        (builder, text) -> set.accept(builder, constant(name, type, text)));
  }

  private static String text(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <E extends Enum<E>> E constant(String fact, Class<E> type, String text) {
    E[] constants = type.getEnumConstants();
    for (E constant : constants) {
      if (text(constant).equals(text)) {
        return constant;
      }
    }
    throw new UsageException(
        "the fact "
            + fact
            + " is one of: "
            + String.join(", ", Arrays.stream(constants).map(Facts::text).toList()));
  }

  private static int number(String text) {
    if (text.isEmpty() || text.length() > 7 || !text.chars().allMatch(Character::isDigit)) {
      throw new UsageException("the fact page-size is a number");
    }
    return Integer.parseInt(text);
  }

  /**
   * The facts in which a profile differs from another.
   *
   * @param profile the profile
   * @param from the other
   * @return texts such as {@code paging=none}, and {@code with} and {@code without} for features
   */
  public static List<String> differences(ServerProfile profile, ServerProfile from) {
    List<String> differences = new ArrayList<>();
    for (Fact fact : ALL) {
      Object value = fact.of().apply(profile);
      if (!value.equals(fact.of().apply(from))) {
        differences.add(fact.name() + "=" + value);
      }
    }
    features("with", profile.features(), from.features(), differences);
    features("without", from.features(), profile.features(), differences);
    return differences;
  }

  private static void features(
      String name, Set<Feature> of, Set<Feature> without, List<String> texts) {
    Set<Feature> more = EnumSet.noneOf(Feature.class);
    more.addAll(of);
    more.removeAll(without);
    if (!more.isEmpty()) {
      texts.add(name + "=" + String.join(" ", more.stream().map(Facts::text).toList()));
    }
  }

  /**
   * All facts but the features.
   *
   * @param profile the profile
   * @return texts such as {@code paging=offset}
   */
  public static List<String> all(ServerProfile profile) {
    return ALL.stream().map(fact -> fact.name() + "=" + fact.of().apply(profile)).toList();
  }

  /**
   * The features of a profile.
   *
   * @param profile the profile
   * @return texts such as {@code store}
   */
  public static List<String> features(ServerProfile profile) {
    return profile.features().stream().sorted().map(Facts::text).toList();
  }

  /**
   * A profile with other facts.
   *
   * @param profile the profile
   * @param facts texts as {@link #differences} gives them
   * @return the changed profile
   */
  static ServerProfile apply(ServerProfile profile, List<String> facts) {
    ServerProfileBuilder builder = profile.toBuilder();
    for (String text : facts) {
      int end = text.indexOf('=');
      String name = text.substring(0, end);
      String value = text.substring(end + 1);
      if (name.equals("with")) {
        builder.with(features(value));
      } else if (name.equals("without")) {
        builder.without(features(value));
      } else {
        ALL.stream()
            .filter(fact -> fact.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new UsageException("there is no fact called " + name))
            .set()
            .accept(builder, value);
      }
    }
    return builder.build();
  }

  private static Feature[] features(String names) {
    return Arrays.stream(names.split(" ", -1))
        .filter(name -> !name.isEmpty())
        .map(name -> constant("feature", Feature.class, name))
        .toArray(Feature[]::new);
  }
}
