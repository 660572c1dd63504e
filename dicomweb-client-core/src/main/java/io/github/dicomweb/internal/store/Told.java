// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.store;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.decode.SingleDataset;
import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.store.StoreOutcome;
import io.github.dicomweb.store.StoreReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one exchange tells of the instances that were sent in it.
 *
 * @param outcomes of each of them, in their order
 * @param status the status of the answer, or 0 if none came
 * @param answer the response module, or null if there was none
 * @param warnings what the server warned of and what was tolerated
 * @param failure what kept the answer from arriving or from being read, or null
 */
record Told(
    List<StoreOutcome> outcomes,
    int status,
    @Nullable StoreAnswer answer,
    List<Warning> warnings,
    @Nullable DicomWebException failure) {

  /** Nothing is known but that something went wrong after the sending began. */
  static Told nothing(List<Candidate> sent, DicomWebException failure) {
    return new Told(
        unconfirmed(sent, "the exchange broke off before the server answered"),
        0,
        null,
        List.of(),
        failure);
  }

  private static List<StoreOutcome> unconfirmed(List<Candidate> sent, String message) {
    return sent.stream().map(candidate -> candidate.unconfirmed(message)).toList();
  }

  /**
   * Reads an answer.
   *
   * @throws io.github.dicomweb.error.HttpStatusException if its status is not success and it says
   *     nothing of the instances
   */
  static Told read(Answer answer, List<Candidate> sent, Limits limits) {
    List<Warning> warnings = new ArrayList<>(answer.warnings());
    answer.rememberErrorBody();
    String message = "the server's answer says nothing of the instances";
    DicomWebException failure = null;
    try {
      Optional<StoreAnswer> response =
          SingleDataset.read(answer, limits, warnings)
              .filter(StoreAnswer::isOne)
              .map(StoreAnswer::new);
      if (response.isPresent()) {
        List<StoreOutcome> outcomes = sent.stream().map(response.get()::outcome).toList();
        return new Told(outcomes, answer.status(), response.get(), warnings, null);
      }
    } catch (DicomWebException e) {
      message = "the server's answer cannot be read";
      failure = e;
    }
    if (answer.status() >= 400) {
      throw answer.statusException();
    }
    return new Told(unconfirmed(sent, message), answer.status(), null, warnings, failure);
  }

  @Nullable String retrieveUrl() {
    return answer == null ? null : answer.retrieveUrl();
  }

  List<StoreReason> otherFailures() {
    return answer == null ? List.of() : answer.otherFailures();
  }

  /** The status only. */
  @Override
  public String toString() {
    return "Told[" + status + "]";
  }
}
