// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.cli;

import static io.github.dicomweb.it.cli.Row.done;
import static io.github.dicomweb.it.cli.Row.ends;

import java.util.List;

/** store, delete, workitems. */
final class StoreRows {
  private StoreRows() {}

  static List<Row> all() {
    return List.of(
        done("store <files>/slice.dcm").out("1 stored, 0 failed, 0 unconfirmed, 0 skipped\n"),
        done("store <files>/studies --parallel 2 --batch-bytes 64M --batch-count 10 --report"
                + " <dir>/r.json")
            .out("26 stored, 0 failed")
            .files("r.json"),
        done("store <files>/slice.dcm --study <study>").out("1 stored").asked("studies/<study>"),
        ends(3, "store <files>/slice.dcm <files>/text.txt")
            .out("1 stored", "1 skipped")
            .err("skipped"),
        ends(1, "store <files>/slice.dcm --study 1.2.3 --report <dir>/r.json")
            .out("0 stored, 1 failed")
            .err("failed: ")
            .files("r.json"),
        ends(1, "store <files>/nothing").err("no such file"),
        ends(2, "store <files>/slice.dcm --verify").err("not available yet"),
        ends(2, "store <files>/slice.dcm --journal <dir>/j").err("not available yet"),
        ends(2, "store <files>/slice.dcm --batch-bytes many").err("a size is written"),
        ends(2, "delete <study>").err("--yes"),
        done("delete <victim> --yes --profile azure").out("deleted\n").testKitOnly(),
        done("delete <victim> <victim>.1 --yes --profile azure").out("deleted\n").testKitOnly(),
        done("delete <victim> <victim>.1 <victim>.2 --yes --profile azure")
            .out("deleted\n")
            .testKitOnly(),
        ends(1, "delete <study> --yes").err("not possible with this server"));
  }

  static List<Row> workitems() {
    return List.of(
            "search -m Status=SCHEDULED",
            "get 1.2.3",
            "create w.json",
            "update 1.2.3 w.json",
            "claim 1.2.3",
            "complete 1.2.3",
            "cancel 1.2.3",
            "request-cancel 1.2.3",
            "subscribe 1.2.3",
            "unsubscribe 1.2.3",
            "watch")
        .stream()
        .map(
            words ->
                ends(2, "workitems " + words)
                    .err("workitems " + words.split(" ", 2)[0])
                    .testKitOnly())
        .toList();
  }
}
