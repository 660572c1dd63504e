// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.cli;

import static io.github.dicomweb.it.cli.Row.done;
import static io.github.dicomweb.it.cli.Row.ends;

import java.util.List;

/** What needs no server: dump, convert, config, completion, help. */
final class LocalRows {
  private LocalRows() {}

  static List<Row> all() {
    return List.of(
            done("dump <files>/slice.dcm").out("(0010,0010) PN", "TransferSyntaxUID"),
            done("dump <files>/slice.dcm <files>/slice.dcm --format text")
                .out("# <files>/slice.dcm"),
            done("dump <files>/slice.dcm --format json --bulk omit").out("[{").lines(1),
            done("dump <files>/slice.dcm --format json --bulk inline").out("InlineBinary"),
            done("dump <files>/slice.dcm --format xml --bulk uri").out("<BulkData uri=\"file:"),
            ends(1, "dump <files>/broken.json --format json").err("the JSON ends"),
            ends(1, "dump <files>/nothing").err("no such file"),
            ends(2, "dump").err("FILE"),
            done("convert <files>/slice.dcm <dir>/a.json").files("a.json"),
            done("convert <files>/slice.dcm <dir>/a.xml --bulk omit").files("a.xml"),
            done("convert <files>/slice.dcm <dir>/a --to json --bulk inline").files("a"),
            done("convert <files>/slice.dcm <dir>/a --to xml --bulk uri").files("a"),
            done("convert <files>/slice.dcm <dir>/a --to dicom").files("a"),
            done("convert <files>/slice.json <dir>/a.dcm --transfer-syntax 1.2.840.10008.1.2.1")
                .files("a.dcm"),
            ends(1, "convert <files>/broken.json <dir>/a.dcm").err("the JSON ends"),
            ends(2, "convert <files>/slice.dcm <dir>/a").err("--to"),
            done("config list --config <files>/config.toml").out("site  <url>").lines(1),
            done("config add pacs --url https://pacs.example.org/ --config <dir>/c.toml")
                .out("added pacs")
                .files("c.toml"),
            done("config import-ohif <files>/app-config.json --name viewer --viewer-url"
                    + " https://pacs.example.org/viewer --source local --config <dir>/c.toml")
                .out("added viewer")
                .files("c.toml"),
            ends(2, "config add site --url <url> --config <files>/config.toml").err("already"),
            ends(2, "config").err("list, add or import-ohif"),
            done("completion bash").out("complete -F", "wado-uri"),
            done("completion zsh").out("bashcompinit", "wado-uri"),
            ends(2, "completion fish").err("bash"),
            done("--help").out("Exit codes:", "workitems"),
            done("search -h").out("--page-size"),
            done("--version").out("dicomweb ").lines(1),
            ends(2, "find").err("no such command"),
            ends(2, "").err("dicomweb"))
        .stream()
        .map(Row::local)
        .toList();
  }
}
