// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.server;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import io.github.dicomweb.cli.output.WholeFile;
import io.github.dicomweb.cli.run.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The configuration file: named servers, in TOML. */
public final class ConfigFile {
  /** The table whose tables are the servers. */
  private static final String SERVERS = "servers";

  private static final Set<String> KEYS =
      Set.of(
          "url",
          "qido-url",
          "wado-url",
          "stow-url",
          "ups-url",
          "wado-uri-url",
          "profile",
          "header",
          "connect-timeout",
          "stall-timeout",
          "timeout",
          "retries",
          "strict",
          "insecure-http",
          "ca",
          "client-cert",
          "client-cert-password-env",
          "user",
          "password-env",
          "token-env",
          "token-file",
          "oidc-issuer",
          "oidc-client",
          "oidc-secret-env",
          "oidc-scope",
          "oidc-grant",
          "oidc-passphrase-env",
          "facts");

  private final Path file;

  private ConfigFile(Path file) {
    this.file = file;
  }

  /**
   * A configuration file.
   *
   * @param file where it is, or null for where it is as a rule
   * @return the file, which need not be there
   */
  public static ConfigFile at(@Nullable Path file) {
    return new ConfigFile(file == null ? directory().resolve("config.toml") : file);
  }

  /**
   * Where configuration is as a rule.
   *
   * @return the directory
   */
  static Path directory() {
    String base = System.getenv("XDG_CONFIG_HOME");
    Path parent =
        base == null || base.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".config")
            : Path.of(base);
    return parent.resolve("dicomweb");
  }

  /**
   * The file itself.
   *
   * @return its path
   */
  public Path path() {
    return file;
  }

  /**
   * The servers of the file.
   *
   * @return their settings, by name, in order; empty if there is no file
   */
  public Map<String, Map<String, List<String>>> servers() {
    Map<String, Map<String, List<String>>> all = new LinkedHashMap<>();
    if (Files.exists(file)) {
      JsonNode servers = read().path(SERVERS);
      for (Iterator<String> names = servers.fieldNames(); names.hasNext(); ) {
        String name = names.next();
        all.put(name, settings(name, servers.path(name)));
      }
    }
    return all;
  }

  Map<String, List<String>> server(String name) {
    Map<String, Map<String, List<String>>> all = servers();
    Map<String, List<String>> found = all.get(name);
    if (found == null) {
      throw new UsageException(
          "no server of this name in the configuration file; there "
              + (all.isEmpty() ? "is none" : "are: " + String.join(", ", all.keySet())));
    }
    return found;
  }

  private JsonNode read() {
    try {
      return new TomlMapper().readTree(Files.readString(file));
    } catch (JacksonException e) {
      // its message quotes the file, which may hold what nobody should see
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new UsageException(
          "the configuration file is not TOML" + (line > 0 ? ", line " + line : ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, List<String>> settings(String name, JsonNode server) {
    Map<String, List<String>> settings = new LinkedHashMap<>();
    for (Iterator<String> keys = server.fieldNames(); keys.hasNext(); ) {
      String key = keys.next();
      if (!KEYS.contains(key)) {
        throw new UsageException(
            "the configuration of the server " + name + " has an unknown key: " + key);
      }
      settings.put(key, values(server.path(key)));
    }
    return settings;
  }

  private static List<String> values(JsonNode node) {
    List<String> values = new ArrayList<>();
    if (node instanceof ObjectNode) {
      for (Iterator<String> keys = node.fieldNames(); keys.hasNext(); ) {
        String key = keys.next();
        values.add(key + "=" + String.join(" ", values(node.path(key))));
      }
    } else if (node.isArray()) {
      node.forEach(item -> values.add(item.asText()));
    } else {
      values.add(node.asText());
    }
    return values;
  }

  /**
   * Adds a server at the end, so that what stands there, comments included, stays as it is.
   *
   * @param name its name
   * @param settings its settings
   * @throws IOException if the file cannot be written
   */
  public void add(String name, Map<String, List<String>> settings) throws IOException {
    if (!name.matches("[A-Za-z0-9_-]+")) {
      throw new UsageException("the name of a server is made of letters, digits, _ and -");
    }
    if (servers().containsKey(name)) {
      throw new UsageException("there is a server of this name already");
    }
    String before = Files.exists(file) ? Files.readString(file) : "";
    StringBuilder text = new StringBuilder(before);
    if (!before.isEmpty()) {
      text.append(before.endsWith("\n") ? "\n" : "\n\n");
    }
    text.append("[servers.").append(name).append("]\n");
    settings.forEach(
        (key, values) -> {
          if (!key.equals("facts")) {
            text.append(key).append(" = ").append(value(key, values)).append('\n');
          }
        });
    facts(name, settings.getOrDefault("facts", List.of()), text);
    try (WholeFile out = WholeFile.of(file)) {
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
      out.done();
    }
  }

  private static void facts(String name, List<String> facts, StringBuilder text) {
    if (!facts.isEmpty()) {
      text.append("\n[servers.").append(name).append(".facts]\n");
      for (String fact : facts) {
        int end = fact.indexOf('=');
        text.append(fact, 0, end).append(" = ");
        text.append(quoted(fact.substring(end + 1))).append('\n');
      }
    }
  }

  private static String value(String key, List<String> values) {
    if (key.equals("header")) {
      return "[" + String.join(", ", values.stream().map(ConfigFile::quoted).toList()) + "]";
    }
    String value = values.get(values.size() - 1);
    return value.equals("true") || value.equals("false") ? value : quoted(value);
  }

  private static String quoted(String value) {
    StringBuilder text = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ' || c == 0x7F) {
        text.append(String.format("\\u%04X", (int) c));
      } else {
        text.append(c);
      }
    }
    return text.append('"').toString();
  }
}
