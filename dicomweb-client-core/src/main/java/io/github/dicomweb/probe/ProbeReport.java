// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.probe;

import io.github.dicomweb.error.Warning;
import io.github.dicomweb.profile.ServerProfile;
import java.util.List;

/** What probing a server found. Immutable. */
public final class ProbeReport {
  private final ServerProfile profile;
  private final List<ProbeFinding> findings;
  private final List<Warning> warnings;
  private final int requests;

  /**
   * Creates a report.
   *
   * @param profile the profile with what was found
   * @param findings what each request came to
   * @param warnings what the server warned of and what was tolerated
   * @param requests how many requests were sent
   */
  public ProbeReport(
      ServerProfile profile, List<ProbeFinding> findings, List<Warning> warnings, int requests) {
    this.profile = profile;
    this.findings = List.copyOf(findings);
    this.warnings = List.copyOf(warnings);
    this.requests = requests;
  }

  /**
   * The profile of the client, changed where the server has shown something else. What cannot be
   * seen without changing anything on the server, such as how it stores, stays as it was.
   *
   * @return a profile for {@code DicomWebClientBuilder.profile} or {@code
   *     DicomWebClient.withProfile}
   */
  public ServerProfile profile() {
    return profile;
  }

  /**
   * What each request came to.
   *
   * @return the findings, in the order of the requests
   */
  public List<ProbeFinding> findings() {
    return findings;
  }

  /**
   * What the server warned of and what was tolerated.
   *
   * @return the warnings, each once
   */
  public List<Warning> warnings() {
    return warnings;
  }

  /**
   * How many requests were sent.
   *
   * @return at most {@link ProbeRequest#REQUESTS}
   */
  public int requests() {
    return requests;
  }

  /** Counts. */
  @Override
  public String toString() {
    return "ProbeReport[" + requests + " requests, " + findings.size() + " findings]";
  }
}
