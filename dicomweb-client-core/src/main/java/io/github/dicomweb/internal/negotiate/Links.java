// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.negotiate;

import io.github.dicomweb.internal.http.Identifiers;
import io.github.dicomweb.profile.ServerProfile;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Links that a server gives: what a relative one refers to (PS3.18 §F.2.6), and where one is
 * followed to that names an origin which nobody but the server knows. Profiles are read here.
 * Immutable.
 */
public final class Links {
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");
  private static final String STUDIES = "/studies/";

  private final ServerProfile profile;
  private final HttpUrl base;

  private Links(ServerProfile profile, HttpUrl base) {
    this.profile = profile;
    this.base = base;
  }

  /**
   * The links of a server.
   *
   * @param profile its facts
   * @param base the configured base URL of its retrieve service
   */
  public static Links of(ServerProfile profile, HttpUrl base) {
    return new Links(profile, base);
  }

  /**
   * Makes a reference from metadata absolute.
   *
   * @param reference the reference as the server wrote it
   * @param request where the metadata came from, after redirections
   * @param study the study, or null where the metadata does not say
   * @param series the series, or null
   * @param instance the instance, or null
   * @return the URL; an absolute one as it was written, and one that cannot be resolved too
   */
  public String resolve(
      String reference,
      HttpUrl request,
      @Nullable String study,
      @Nullable String series,
      @Nullable String instance) {
    if (isAbsolute(reference)) {
      return reference;
    }
    HttpUrl against =
        switch (profile.bulkDataBase()) {
          case REQUEST -> request;
          case STUDY -> directory(study);
          case SERIES -> directory(study, series);
          case INSTANCE -> directory(study, series, instance);
        };
    HttpUrl resolved = against == null ? null : against.resolve(reference.strip());
    return resolved == null ? reference : resolved.toString();
  }

  /**
   * Makes any reference absolute.
   *
   * @param reference the reference
   * @param against what it refers to, or null for the base URL
   * @return the URL, or null if it is none that HTTP can follow
   */
  public @Nullable HttpUrl resolve(String reference, @Nullable HttpUrl against) {
    HttpUrl root = against == null ? base.newBuilder().addPathSegment("").build() : against;
    return root.resolve(reference.strip());
  }

  /** Whether a reference names a scheme, whichever. */
  public static boolean isAbsolute(String reference) {
    return SCHEME.matcher(reference.strip()).matches();
  }

  /** The URL to ask in place of one that the server named: the same, or on the configured base. */
  public HttpUrl follow(HttpUrl url) {
    return switch (profile.links()) {
      case AS_GIVEN -> url;
      case REBASED -> rebase(url, base);
    };
  }

  /**
   * Puts a URL of another origin on a base URL: its whole path where that begins with the path of
   * the base, otherwise what follows from {@code /studies/} on.
   *
   * @param url the URL
   * @param base the configured base URL
   * @return the URL itself if it is of the same origin, or is no resource that the base could have
   */
  public static HttpUrl rebase(HttpUrl url, HttpUrl base) {
    if (url.scheme().equals(base.scheme())
        && url.host().equals(base.host())
        && url.port() == base.port()) {
      return url;
    }
    String path = url.encodedPath();
    String root = withoutSlash(base.encodedPath());
    int studies = path.indexOf(STUDIES);
    String moved;
    if (!root.isEmpty() && path.startsWith(root + "/")) {
      moved = path;
    } else if (studies >= 0) {
      moved = root + path.substring(studies);
    } else {
      return url;
    }
    return base.newBuilder().encodedPath(moved).encodedQuery(url.encodedQuery()).build();
  }

  private @Nullable HttpUrl directory(@Nullable String... identifiers) {
    String[] names = {"studies", "series", "instances"};
    HttpUrl.Builder url = base.newBuilder();
    for (int i = 0; i < identifiers.length; i++) {
      String identifier = identifiers[i];
      if (identifier == null || !Identifiers.isSegment(identifier)) {
        return null;
      }
      url.addPathSegment(names[i]).addPathSegment(identifier);
    }
    return url.addPathSegment("").build();
  }

  private static String withoutSlash(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
