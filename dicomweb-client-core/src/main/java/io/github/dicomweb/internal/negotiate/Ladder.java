// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.negotiate;

import io.github.dicomweb.media.BulkMediaTypes;
import io.github.dicomweb.media.MediaRange;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.profile.ServerProfile.AcceptStyle;
import io.github.dicomweb.profile.ServerProfile.AnyTransferSyntax;
import io.github.dicomweb.profile.ServerProfile.PartStyle;
import io.github.dicomweb.profile.ServerProfile.StoredBulkData;
import io.github.dicomweb.profile.ServerProfile.TypeQuotes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The ladder of Accept values for what is asked: first as the server's profile has it, then in
 * simpler words that mean the same, so that whatever rung is answered the caller gets what was
 * asked for, or less choice of it, never something else.
 *
 * <p>Profiles are read here; whoever asks says only what is wanted. Not thread-safe.
 */
public final class Ladder {

  /** How many things the resource has. */
  public enum Parting {
    /** Always one: never multipart. */
    SINGLE_ONLY,
    /** One: alone or as the only part of a multipart body, as the profile likes it best. */
    ONE,
    /** One: alone at first, whatever the profile likes for instances and frames. */
    ONE_ALONE,
    /** Several, for which some servers send one of their choice. */
    MANY_OR_ONE,
    /** Several: multipart. */
    MANY
  }

  private static final String STAR = "; transfer-syntax=*";

  private final ServerProfile profile;
  private final List<MediaRange> asked = new ArrayList<>();
  private Parting parting = Parting.MANY;
  private boolean anything;
  private boolean anythingFirst;
  private boolean stored;

  private Ladder(ServerProfile profile) {
    this.profile = profile;
  }

  /** Starts a ladder for a server. */
  public static Ladder of(ServerProfile profile) {
    return new Ladder(profile);
  }

  /** Says how many things the resource has. */
  public Ladder parts(Parting value) {
    this.parting = value;
    return this;
  }

  /** Asks for a range; of several the first is liked best. */
  public Ladder ask(MediaRange range) {
    asked.add(range);
    return this;
  }

  /** Asks for ranges; the first is liked best. */
  public Ladder ask(List<MediaRange> ranges) {
    asked.addAll(ranges);
    return this;
  }

  /**
   * Asks for frames or pixel data as they are stored, whatever that is, in the words that the
   * server has for it, which may be anything; in the end for what {@link #askStoredValue} ends
   * with.
   */
  public Ladder askStored() {
    this.anythingFirst = profile.storedBulkData() == StoredBulkData.ANYTHING;
    return askStoredValue();
  }

  /**
   * Asks for bulk data as it is stored; in the end for any type in any transfer syntax, which a
   * server needs to hear that takes octet-stream for uncompressed, and for anything.
   */
  public Ladder askStoredValue() {
    this.stored = true;
    return ask(MediaRange.of(MediaType.OCTET_STREAM).anyTransferSyntax()).orAnything();
  }

  /** Takes anything in the end, as {@code *}{@code /*}. */
  public Ladder orAnything() {
    this.anything = true;
    return this;
  }

  /** The Accept values, the best first. */
  public List<String> build() {
    Set<String> rungs = new LinkedHashSet<>();
    if (anythingFirst) {
      rungs.add("*/*");
    }
    for (Form form : forms()) {
      boolean several = asked.size() > 1 && profile.acceptStyle() != AcceptStyle.ONE;
      if (several) {
        rungs.add(list(form));
      }
    }
    for (MediaRange range : asked) {
      for (Form form : forms()) {
        rungs.add(rung(form, range, true, profile.typeQuotes()));
      }
    }
    if (stored) {
      // Each by its name: to servers that keep to the standard octet-stream is uncompressed.
      forms().forEach(form -> rungs.add(storedTypes(form)));
    }
    for (MediaRange range : asked) {
      for (Form form : forms()) {
        simpler(rungs, form, range);
      }
    }
    if (stored) {
      // Without a transfer syntax it would stand for the default of each type alone.
      rungs.add("*/*" + star());
    }
    if (anything) {
      rungs.add("*/*");
    }
    return List.copyOf(rungs);
  }

  private void simpler(Set<String> rungs, Form form, MediaRange range) {
    TypeQuotes quotes = profile.typeQuotes();
    boolean any = range.transferSyntaxParameter().filter("*"::equals).isPresent();
    if (any) {
      // Servers that do not know "*" send what they hold or what the standard makes the default.
      rungs.add(rung(form, range, false, quotes));
    }
    rungs.add(
        rung(form, range, true, quotes == TypeQuotes.QUOTED ? TypeQuotes.BARE : TypeQuotes.QUOTED));
  }

  private List<Form> forms() {
    return switch (parting) {
      case SINGLE_ONLY -> List.of(Form.SINGLE);
      case MANY -> List.of(Form.MULTIPART);
      case ONE_ALONE -> List.of(Form.SINGLE, Form.MULTIPART);
      case MANY_OR_ONE -> List.of(Form.MULTIPART, Form.SINGLE);
      case ONE ->
          profile.partStyle() == PartStyle.SINGLE
              ? List.of(Form.SINGLE, Form.MULTIPART)
              : List.of(Form.MULTIPART, Form.SINGLE);
    };
  }

  private String list(Form form) {
    boolean weighted = profile.acceptStyle() == AcceptStyle.WEIGHTED;
    List<String> values = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      MediaRange range = asked.get(i);
      double q = range.q() < 1 ? range.q() : Math.max(0.1, 1 - i * 0.1);
      String weight =
          weighted && q < 1 ? String.format(Locale.ROOT, ";q=%.3f", q).replaceAll("0+$", "") : "";
      values.add(rung(form, range, true, profile.typeQuotes()) + weight);
    }
    return values.stream().collect(Collectors.joining(", "));
  }

  private String storedTypes(Form form) {
    return BulkMediaTypes.all().keySet().stream()
        .map(type -> MediaRange.of(type).anyTransferSyntax())
        .map(range -> rung(form, range, true, profile.typeQuotes()))
        .collect(Collectors.joining(", "));
  }

  private String rung(Form form, MediaRange range, boolean star, TypeQuotes quotes) {
    String syntax =
        range
            .transferSyntaxParameter()
            .map(value -> value.equals("*") ? (star ? star() : "") : "; transfer-syntax=" + value)
            .orElse("");
    if (form == Form.SINGLE || range.equals(MediaRange.ANY)) {
      return range.name() + syntax;
    }
    String quote = quotes == TypeQuotes.QUOTED ? "\"" : "";
    return "multipart/related; type=" + quote + range.name() + quote + syntax;
  }

  private String star() {
    return profile.anyTransferSyntax() == AnyTransferSyntax.SENT ? STAR : "";
  }

  private enum Form {
    SINGLE,
    MULTIPART
  }
}
