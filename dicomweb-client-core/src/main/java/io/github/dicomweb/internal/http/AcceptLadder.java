// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Accept values of one exchange in the order in which they are tried: the one that worked last
 * time for exchanges of this kind, then the others from the top.
 */
final class AcceptLadder {
  private static final String ANY_SYNTAX = "transfer-syntax=*";

  private final String kind;
  private final List<String> order;
  private final @Nullable String top;
  private final boolean eachOnItsOwn;
  private final Map<String, String> memory;
  private int at;

  private AcceptLadder(
      String kind,
      List<String> order,
      @Nullable String top,
      boolean eachOnItsOwn,
      Map<String, String> memory) {
    this.kind = kind;
    this.order = order;
    this.top = top;
    this.eachOnItsOwn = eachOnItsOwn;
    this.memory = memory;
  }

  static AcceptLadder of(Exchange exchange, Map<String, String> memory) {
    List<String> accepts = exchange.accepts();
    String kind = exchange.kind();
    List<String> order = new ArrayList<>(accepts);
    String worked = memory.get(kind);
    if (worked != null && order.remove(worked)) {
      order.add(0, worked);
    }
    // A body is not sent again just to hear the answer in another form.
    return new AcceptLadder(
        kind,
        exchange.hasBody() && !order.isEmpty() ? order.subList(0, 1) : order,
        accepts.isEmpty() ? null : accepts.get(0),
        exchange.eachOnItsOwn(),
        memory);
  }

  @Nullable String accept() {
    return order.isEmpty() ? null : order.get(at);
  }

  /** Goes on to the next value; false if there is none. */
  boolean next() {
    if (at + 1 >= order.size()) {
      return false;
    }
    at++;
    return true;
  }

  /** Whether the value is not the one that was asked for first. */
  boolean below() {
    return top != null && !top.equals(accept());
  }

  void remember() {
    String accept = accept();
    if (accept != null && below() && !(eachOnItsOwn && asksForLess(accept))) {
      memory.put(kind, accept);
    }
  }

  /** Whether a value no longer asks for what is stored, as the first one did. */
  private boolean asksForLess(String accept) {
    return top != null && top.contains(ANY_SYNTAX) && !accept.contains(ANY_SYNTAX);
  }
}
