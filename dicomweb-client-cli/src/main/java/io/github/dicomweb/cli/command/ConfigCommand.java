// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import io.github.dicomweb.cli.output.StandardOutput;
import io.github.dicomweb.cli.output.Text;
import io.github.dicomweb.cli.run.Exit;
import io.github.dicomweb.cli.run.UsageException;
import io.github.dicomweb.cli.server.ConfigFile;
import io.github.dicomweb.cli.server.Facts;
import io.github.dicomweb.cli.server.ServerOptions;
import io.github.dicomweb.profile.OhifDataSource;
import io.github.dicomweb.profile.ServerProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** The named servers of the configuration file. */
@Command(
    name = "config",
    description = "Lists, adds and imports named servers.",
    footer = {
      "",
      "Examples:",
      "  dicomweb config add pacs --url https://pacs.example.org/dicom-web --user me \\",
      "      --password-env PACS_PASSWORD",
      "  dicomweb config import-ohif viewer.json --name viewer"
    })
public final class ConfigCommand implements Runnable {
  @ParentCommand
  @SuppressWarnings("NullAway.Init")
  private ServerOptions options;

  @Override
  public void run() {
    throw new UsageException("config takes list, add or import-ohif");
  }

  @Command(name = "list", description = "Lists the servers of the configuration file.")
  int list() throws IOException {
    try (OutputStream out = StandardOutput.text("\\u%04x")) {
      for (Map.Entry<String, Map<String, List<String>>> server :
          options.configFile().servers().entrySet()) {
        Map<String, List<String>> settings = server.getValue();
        StandardOutput.line(
            out,
            Text.visible(
                server.getKey()
                    + "  "
                    + String.join(
                        " ",
                        settings.getOrDefault("url", settings.getOrDefault("wado-url", List.of())))
                    + "  "
                    + String.join(" ", settings.getOrDefault("profile", List.of("standard")))));
      }
    }
    return Exit.DONE;
  }

  @Command(
      name = "add",
      description = "Adds a server: the server options are what is kept, never a secret.")
  int add(@Parameters(paramLabel = "NAME", description = "Its name.") String name)
      throws IOException {
    Map<String, List<String>> settings = options.given();
    if (!settings.containsKey("url") && !settings.containsKey("wado-url")) {
      throw new UsageException("config add needs --url");
    }
    return add(name, settings);
  }

  @Command(
      name = "import-ohif",
      description = "Adds the server that an OHIF viewer is configured with.")
  int importOhif(
      @Parameters(paramLabel = "FILE", description = "The data source, JSON.") Path file,
      @Nullable
          @Option(
              names = "--name",
              paramLabel = "NAME",
              description = "The name of the server; ohif otherwise.")
          String name,
      @Nullable
          @Option(
              names = "--source",
              paramLabel = "NAME",
              description = "The sourceName, if there are several.")
          String source,
      @Nullable
          @Option(
              names = "--viewer-url",
              paramLabel = "URL",
              description = "What relative roots refer to.")
          String viewer)
      throws IOException {
    OhifDataSource ohif;
    try (InputStream in = Files.newInputStream(file)) {
      ohif = source == null ? OhifDataSource.parse(in) : OhifDataSource.parse(in, source);
    }
    Map<String, List<String>> settings = new LinkedHashMap<>();
    settings.put("url", List.of(absolute(ohif.wadoRoot(), viewer)));
    settings.put("qido-url", List.of(absolute(ohif.qidoRoot(), viewer)));
    settings.put("stow-url", List.of(absolute(ohif.stowRoot(), viewer)));
    ohif.wadoUriRoot()
        .ifPresent(root -> settings.put("wado-uri-url", List.of(absolute(root, viewer))));
    List<String> facts = Facts.differences(ohif.profile(), ServerProfile.standard());
    if (!facts.isEmpty()) {
      settings.put("facts", facts);
    }
    return add(name == null ? "ohif" : name, settings);
  }

  private static String absolute(String root, @Nullable String viewer) {
    if (root.startsWith("http://") || root.startsWith("https://")) {
      return root;
    }
    if (viewer == null) {
      throw new UsageException("the roots are relative: say --viewer-url");
    }
    return URI.create(viewer).resolve(root).toString();
  }

  private int add(String name, Map<String, List<String>> settings) throws IOException {
    ConfigFile file = options.configFile();
    file.add(name, settings);
    try (OutputStream out = StandardOutput.raw()) {
      StandardOutput.line(out, "added " + name + " to " + file.path());
    }
    return Exit.DONE;
  }
}
