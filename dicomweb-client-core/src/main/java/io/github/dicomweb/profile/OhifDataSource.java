// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.profile;

import io.github.dicomweb.error.DicomFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A DICOMweb data source as the OHIF viewer is configured with: where the services of a server are,
 * and what is known of it. Keys that are about the viewer are listed and ignored; headers, tokens
 * and other values under such keys are not kept. Immutable.
 *
 * <p>Taken are the {@code configuration} of a data source, the entry it stands in, and a whole
 * configuration with its {@code dataSources}; as JSON, in which comments, single quotes, names
 * without quotes and trailing commas may stand as they do in scripts. At most a mebibyte, 32 levels
 * deep.
 *
 * <p>Credentials of a client go to the roots: use data sources of people you trust.
 */
public final class OhifDataSource {
  private final String qidoRoot;
  private final String wadoRoot;
  private final @Nullable String wadoUriRoot;
  private final String stowRoot;
  private final ServerProfile profile;
  private final List<String> ignoredKeys;

  private OhifDataSource(OhifNode source) {
    this.wadoRoot =
        root(source, "wadoRoot").orElseThrow(() -> source.wrong("wadoRoot", "is missing"));
    this.qidoRoot = root(source, "qidoRoot").orElse(wadoRoot);
    this.wadoUriRoot = root(source, "wadoUriRoot").orElse(null);
    this.stowRoot = root(source, "stowRoot").orElse(wadoRoot);
    this.profile = OhifFacts.read(source);
    this.ignoredKeys = source.ignored();
  }

  /**
   * Reads a data source. Of several, the one that the configuration names as default.
   *
   * @param json the JSON
   * @return the data source
   * @throws DicomFormatException if this is no such JSON
   * @throws IllegalArgumentException if there are several and none is the default
   */
  public static OhifDataSource parse(String json) {
    return read(json.getBytes(StandardCharsets.UTF_8), null);
  }

  /**
   * Reads a data source.
   *
   * @param json the JSON
   * @param sourceName the {@code sourceName} of the one that is meant
   * @return the data source
   * @throws DicomFormatException if this is no such JSON
   * @throws IllegalArgumentException if there is none of this name
   */
  public static OhifDataSource parse(String json, String sourceName) {
    return read(
        json.getBytes(StandardCharsets.UTF_8), Objects.requireNonNull(sourceName, "sourceName"));
  }

  /**
   * As {@link #parse(String)}.
   *
   * @param json the JSON; not closed
   * @return the data source
   * @throws IOException if reading fails
   * @throws DicomFormatException if this is no such JSON
   * @throws IllegalArgumentException if there are several and none is the default
   */
  public static OhifDataSource parse(InputStream json) throws IOException {
    return read(json.readNBytes(OhifJson.BYTES + 1), null);
  }

  /**
   * As {@link #parse(String, String)}.
   *
   * @param json the JSON; not closed
   * @param sourceName the {@code sourceName} of the one that is meant
   * @return the data source
   * @throws IOException if reading fails
   * @throws DicomFormatException if this is no such JSON
   * @throws IllegalArgumentException if there is none of this name
   */
  public static OhifDataSource parse(InputStream json, String sourceName) throws IOException {
    return read(
        json.readNBytes(OhifJson.BYTES + 1), Objects.requireNonNull(sourceName, "sourceName"));
  }

  private static OhifDataSource read(byte[] json, @Nullable String sourceName) {
    return new OhifDataSource(OhifSelection.find(OhifJson.read(json), sourceName));
  }

  private static Optional<String> root(OhifNode source, String key) {
    Optional<String> root = source.text(key).map(String::strip).filter(text -> !text.isEmpty());
    root.ifPresent(
        text -> {
          boolean absolute = text.matches("(?i)https?://[^/@?#]+(/[^?#]*)?");
          boolean relative = text.matches("/?[^:?#]*");
          if (!absolute && !relative) {
            throw source.wrong(
                key, "must be a URL or a path, without a user, a password, a query or a fragment");
          }
        });
    return root;
  }

  /**
   * Where searches go.
   *
   * @return {@code qidoRoot}, or {@code wadoRoot} where there is none; it may be relative
   */
  public String qidoRoot() {
    return qidoRoot;
  }

  /**
   * Where retrievals go.
   *
   * @return {@code wadoRoot}; it may be relative
   */
  public String wadoRoot() {
    return wadoRoot;
  }

  /**
   * Where WADO-URI is.
   *
   * @return {@code wadoUriRoot}, if there is one; it may be relative
   */
  public Optional<String> wadoUriRoot() {
    return Optional.ofNullable(wadoUriRoot);
  }

  /**
   * Where instances are stored.
   *
   * @return {@code stowRoot}, or {@code wadoRoot} where there is none; it may be relative
   */
  public String stowRoot() {
    return stowRoot;
  }

  /**
   * What the keys say of the server.
   *
   * @return a profile
   */
  public ServerProfile profile() {
    return profile;
  }

  /**
   * The keys that were not used: those about the viewer, and unknown ones.
   *
   * @return names in order, those of nested objects with a dot
   */
  public List<String> ignoredKeys() {
    return ignoredKeys;
  }

  /** Says nothing of servers. */
  @Override
  public String toString() {
    return "OhifDataSource";
  }
}
