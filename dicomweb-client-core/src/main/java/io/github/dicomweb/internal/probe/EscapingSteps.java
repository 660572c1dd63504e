// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.probe;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.internal.http.Exchange;
import io.github.dicomweb.internal.http.Query;
import io.github.dicomweb.internal.http.Service;
import io.github.dicomweb.profile.ServerProfile.QueryEscaping;
import java.util.List;
import java.util.Optional;

/** Whether the server decodes the values of a query. */
final class EscapingSteps {
  // The most that a group of a person's name has (PS3.5 §6.2).
  private static final int LONGEST = 64;

  private final Probing probing;
  private final SearchSteps searches;

  EscapingSteps(Probing probing, SearchSteps searches) {
    this.probing = probing;
    this.searches = searches;
  }

  void run(Dataset study, String uid) {
    Optional<String> name = study.string(Tag.PatientName);
    if (name.filter(EscapingSteps::telling).isEmpty() || !byName(name.get())) {
      byUid(uid);
    }
  }

  /**
   * Whether a name has to be encoded, and can be asked for with wildcards instead. One that is
   * written in several ways is not found by one of them everywhere.
   */
  private static boolean telling(String name) {
    return name.length() <= LONGEST
        && Query.needsDecoding(name)
        && name.chars()
            .allMatch(c -> c >= ' ' && c < 0x7f && c != '*' && c != '?' && c != ',' && c != '=');
  }

  private Reply<List<Dataset>> studies(String query) {
    return searches.search(Exchange.get(Service.SEARCH).path("studies"), query + "&limit=1");
  }

  private static boolean found(Reply<List<Dataset>> reply) {
    return reply.value() != null && !reply.value().isEmpty();
  }

  private boolean byName(String name) {
    Reply<List<Dataset>> encoded = studies("PatientName=" + Query.encode(name));
    if (found(encoded)) {
      decodes(encoded);
      return true;
    }
    StringBuilder wildcards = new StringBuilder();
    name.chars().forEach(c -> wildcards.append(Query.LITERAL.indexOf(c) < 0 ? '?' : (char) c));
    Reply<List<Dataset>> reply = studies("PatientName=" + wildcards);
    boolean found = found(reply);
    if (found) {
      doesNotDecode();
      probing.certain(reply, "query values are taken literally: wildcards stand for the rest");
    } else {
      probing.unknown(reply, "does not find a patient by the name it gave");
    }
    return found;
  }

  private void byUid(String uid) {
    Reply<List<Dataset>> encoded = studies("StudyInstanceUID=" + uid.replace(".", "%2E"));
    if (found(encoded)) {
      decodes(encoded);
      return;
    }
    Reply<List<Dataset>> plain = studies("StudyInstanceUID=" + Query.encode(uid));
    if (found(plain)) {
      doesNotDecode();
      probing.likely(plain, "query values are taken literally");
    } else {
      probing.unknown(plain, "does not find a study by the UID it gave");
    }
  }

  private void decodes(Reply<?> reply) {
    probing.facts().queryEscaping(QueryEscaping.PERCENT);
    probing.certain(reply, "query values are decoded");
  }

  private void doesNotDecode() {
    probing.facts().queryEscaping(QueryEscaping.WILDCARD);
  }
}
