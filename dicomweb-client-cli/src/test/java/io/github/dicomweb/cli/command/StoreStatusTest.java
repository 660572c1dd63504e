// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.MalformedResponseException;
import io.github.dicomweb.error.TransportException;
import io.github.dicomweb.error.TransportException.Phase;
import io.github.dicomweb.error.TransportException.Reason;
import io.github.dicomweb.store.StoreStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is known of files whose request failed as a whole. */
class StoreStatusTest {
  private static StoreStatus ofStatus(int status) {
    return StoreCommand.status(
        HttpStatusException.of(
            new HttpStatusException.Response(
                "POST", "/studies", status, Map.of(), List.of(), List.of(), "")));
  }

  private static StoreStatus ofBreak(Phase phase) {
    return StoreCommand.status(new TransportException("x", phase, Reason.CONNECTION, null));
  }

  @Test
  void refusal_isAFailure_unlessItStandsBetweenUsAndTheServer() {
    assertThat(ofStatus(400)).isEqualTo(StoreStatus.FAILED);
    assertThat(ofStatus(403)).isEqualTo(StoreStatus.FAILED);
    assertThat(ofStatus(503)).isEqualTo(StoreStatus.FAILED);
    assertThat(ofStatus(502)).isEqualTo(StoreStatus.UNCONFIRMED);
    assertThat(ofStatus(504)).isEqualTo(StoreStatus.UNCONFIRMED);
  }

  @Test
  void break_isASkipOnlyWhileTheServerHasSeenNothing() {
    assertThat(ofBreak(Phase.CONNECT)).isEqualTo(StoreStatus.SKIPPED);
    assertThat(ofBreak(Phase.SEND)).isEqualTo(StoreStatus.UNCONFIRMED);
    assertThat(ofBreak(Phase.FIRST_BYTE)).isEqualTo(StoreStatus.UNCONFIRMED);
  }

  @Test
  void answerThatCannotBeRead_confirmsNothing() {
    assertThat(StoreCommand.status(MalformedResponseException.builder("cut").build()))
        .isEqualTo(StoreStatus.UNCONFIRMED);
  }

  @Test
  void authorizationServerThatIsDown_isASkip() {
    assertThat(
            StoreCommand.status(
                new CredentialsException("x", CredentialsException.Reason.UNAVAILABLE, null, null)))
        .isEqualTo(StoreStatus.SKIPPED);
  }
}
