// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.cli;

import static io.github.dicomweb.it.cli.Row.done;
import static io.github.dicomweb.it.cli.Row.ends;

import java.util.List;

/** Server options, credentials, what is said beside the results, exit codes. */
final class ServerRows {
  private static final String DEAD = "http://127.0.0.1:1/";

  private ServerRows() {}

  static List<Row> all() {
    return List.of(
        done("--url " + DEAD + " --qido-url <url> count studies").out("2\n").bare(),
        done("--url " + DEAD + " --wado-url <url> metadata <study> <series> <instance>")
            .out("<instance>")
            .bare(),
        done("--url " + DEAD + " --stow-url <url> store <files>/slice.dcm").out("1 stored").bare(),
        done("--wado-uri-url <wado> wado-uri <study> <series> <instance> -o <dir>/a.dcm")
            .files("a.dcm")
            .bare(),
        done("--ups-url " + DEAD + " count studies").out("2\n"),
        done("--config <files>/config.toml --server site count studies")
            .out("2\n")
            .bare()
            .asked("x-site: one"),
        ends(2, "--config <files>/config.toml --server other count studies").err("site").bare(),
        ends(2, "count studies").err("--url or --server").bare(),
        done("--header <header> --header <header2> count studies")
            .out("2\n")
            .asked("x-ward: a b", "x-floor: 2"),
        ends(2, "--header nothing count studies").err("'Name: value'"),
        done("--connect-timeout 5s --stall-timeout 30s --timeout 1m --retries 2 count studies")
            .out("2\n"),
        ends(2, "--timeout soon count studies").err("10s"),
        ends(2, "--retries often count studies").err("--retries"),
        done("--strict --no-progress count studies").out("2\n"),
        ends(1, "--ca <files>/nothing count studies").err("no such file"),
        ends(2, "--profile other count studies").err("orthanc, dcm4chee"),
        done("--profile standard count studies").out("2\n"),
        done("--profile orthanc count studies").out("2\n").testKitOnly(),
        done("--profile google count studies").out("2\n").testKitOnly(),
        done("--profile aws count studies").out("2\n").testKitOnly(),
        done("--profile static count studies").out("2\n").testKitOnly(),
        done("--profile auto count studies").out("2\n"),
        done("-v count studies -m PatientID=PHANTOM-1").out("1\n"),
        done("-vvv search studies -m PatientID=PHANTOM-1 --format ndjson").lines(1),
        done("-q search studies --fuzzy --format ndjson").lines(2).testKitOnly(),
        ends(6, "--url " + DEAD + " count studies").err("cannot be reached").bare());
  }

  static List<Row> moods() {
    return List.of(
        done("--user me --password-env SECRET -vvv count studies").mood(Row.Mood.PASSWORD),
        ends(4, "--user other --password-env SECRET count studies")
            .err("not authenticated")
            .mood(Row.Mood.PASSWORD),
        ends(2, "--user me --password-env EMPTY count studies")
            .err("--password-env")
            .mood(Row.Mood.PASSWORD),
        done("--token-env SECRET -vv count studies").out("2\n").mood(Row.Mood.TOKEN),
        done("--token-file <files>/token count studies").out("2\n").mood(Row.Mood.TOKEN),
        ends(4, "count studies").err("401").mood(Row.Mood.TOKEN),
        ends(2, "--token-env SECRET --user me count studies").err("--user and --token-env"),
        ends(2, "--url http://pacs.example.org/ --token-env SECRET count studies")
            .err("plain HTTP")
            .bare()
            .testKitOnly(),
        ends(6, "--url http://pacs.invalid/ --token-env SECRET --insecure-http count studies")
            .err("cannot be reached")
            .bare()
            .testKitOnly(),
        ends(2, "--oidc-issuer " + DEAD + " count studies").err("--oidc-client").testKitOnly(),
        ends(2, "--oidc-issuer " + DEAD + " --oidc-client c --oidc-grant password count studies")
            .err("client_credentials, device or browser")
            .testKitOnly(),
        ends(7, "metadata <study>").err("malformed answer").mood(Row.Mood.CUT),
        done("count studies").out("2\n").err("tolerated").mood(Row.Mood.MISLABELLED),
        ends(7, "--strict count studies").err("--strict").mood(Row.Mood.MISLABELLED),
        done("--retries 4 count studies").out("2\n").mood(Row.Mood.BUSY),
        ends(1, "count studies").err("503").mood(Row.Mood.DOWN));
  }
}
