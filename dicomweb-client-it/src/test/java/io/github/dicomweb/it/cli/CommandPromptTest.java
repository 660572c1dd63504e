// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.it.cli.Command.Result;
import io.github.dicomweb.testdata.TestStudies;
import io.github.dicomweb.testkit.DicomWebServerExtension;
import io.github.dicomweb.testkit.DicomWebTestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A password that a person types. */
@Tag("command")
@ExtendWith(DicomWebServerExtension.class)
class CommandPromptTest {
  private static final String[] COUNT = {"--user", Place.USER, "count", "studies"};
  private static final String PROMPT = "Password: ";

  private Command command;

  @BeforeEach
  void requirePassword(DicomWebTestServer server) {
    server.store(TestStudies.ctSlices().get(0).bytes());
    server.requireBasic(Place.USER, Place.SECRET);
    command = Command.at(server.baseUrl()).trustingNobody();
  }

  private static Result typed(Command command, String password) throws Exception {
    try (Dialog dialog = Dialog.onTerminal(command, COUNT)) {
      dialog.awaitText(PROMPT);
      dialog.type(password);
      return dialog.end();
    }
  }

  @Test
  void password_isAskedAtATerminalAndNotShown() throws Exception {
    Result right = typed(command, Place.SECRET).expect(0);
    assertThat(right.out()).contains(PROMPT, "1\r\n").doesNotContain(Place.SECRET);
    Result wrong = typed(command, "other").expect(4);
    assertThat(wrong.out()).contains("not authenticated").doesNotContain("other");
  }

  @Test
  void password_inAPipe_isNotAskedFor() throws Exception {
    assertThat(command.run(COUNT).expect(2).err())
        .hasLineCount(1)
        .contains("nobody to ask", "--password-env");
  }

  @Test
  void prompt_leftByControlCOrControlD_ends(DicomWebTestServer server) throws Exception {
    try (Dialog dialog = Dialog.onTerminal(command, COUNT)) {
      dialog.awaitText(PROMPT);
      dialog.interrupt();
      dialog.end().expect(130);
    }
    try (Dialog dialog = Dialog.onTerminal(command, COUNT)) {
      dialog.awaitText(PROMPT);
      dialog.endInput();
      assertThat(dialog.end().expect(2).out()).contains("nobody to ask");
    }
    assertThat(server.requests()).isEmpty();
  }
}
