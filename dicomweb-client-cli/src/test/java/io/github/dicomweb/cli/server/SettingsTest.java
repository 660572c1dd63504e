// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.cli.run.UsageException;
import io.github.dicomweb.profile.ServerProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsTest {
  @TempDir private Path directory;

  static Stream<ServerProfile> profiles() {
    return Stream.of(
        ServerProfile.standard(),
        ServerProfile.orthanc(),
        ServerProfile.dcm4chee(),
        ServerProfile.google(),
        ServerProfile.azure(),
        ServerProfile.awsHealthImaging(),
        ServerProfile.staticDicomWeb());
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void facts_writtenAndReadAgain_areTheSame(ServerProfile profile) throws IOException {
    List<String> facts = Facts.differences(profile, ServerProfile.standard());
    assertThat(Facts.apply(ServerProfile.standard(), facts)).isEqualTo(profile);

    ConfigFile file = ConfigFile.at(directory.resolve("c.toml"));
    file.add("a", Map.of("url", List.of("http://a/"), "facts", facts));
    assertThat(
            Facts.apply(
                ServerProfile.standard(), file.server("a").getOrDefault("facts", List.of())))
        .isEqualTo(profile);
  }

  @Test
  void config_added_keepsWhatStoodThere() throws IOException {
    Path path = directory.resolve("c.toml");
    Files.writeString(path, "# mine\n[servers.first]\nurl = 'http://first/'\nstrict = true");
    ConfigFile file = ConfigFile.at(path);
    file.add(
        "second",
        Map.of("url", List.of("http://second/\"\\\n"), "header", List.of("A: b", "C: d")));
    assertThat(Files.readString(path)).startsWith("# mine\n[servers.first]");
    assertThat(file.server("first")).containsEntry("strict", List.of("true"));
    assertThat(file.server("second"))
        .containsEntry("url", List.of("http://second/\"\\\n"))
        .containsEntry("header", List.of("A: b", "C: d"));
    assertThatThrownBy(() -> file.add("second", Map.of())).isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> file.add("a.b", Map.of())).isInstanceOf(UsageException.class);
  }

  @Test
  void options_comeBeforeWhatIsConfigured() {
    Settings settings =
        new Settings(
            Map.of("url", List.of("b")),
            Map.of("url", List.of("a"), "profile", List.of("orthanc"), "strict", List.of("true")));
    assertThat(settings.text("url")).hasValue("b");
    assertThat(settings.text("profile")).hasValue("orthanc");
    assertThat(settings.on("strict")).isTrue();
  }

  @Test
  void timesAndSizes_areReadAsPeopleWriteThem() {
    assertThat(Durations.parse("500ms")).isEqualTo(Duration.ofMillis(500));
    assertThat(Durations.parse("2m")).isEqualTo(Duration.ofMinutes(2));
    assertThat(Durations.parse("7")).isEqualTo(Duration.ofSeconds(7));
    assertThat(Durations.bytes("64M")).isEqualTo(64L << 20);
    assertThat(Durations.bytes("2 GiB")).isEqualTo(2L << 30);
    for (String wrong : List.of("", "s", "-1s", "1d", "99999999999s")) {
      assertThatThrownBy(() -> Durations.parse(wrong)).isInstanceOf(UsageException.class);
    }
    assertThatThrownBy(() -> Durations.bytes("1T")).isInstanceOf(UsageException.class);
  }
}
