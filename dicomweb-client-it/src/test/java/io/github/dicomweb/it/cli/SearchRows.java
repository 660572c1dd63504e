// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.cli;

import static io.github.dicomweb.it.cli.Row.done;
import static io.github.dicomweb.it.cli.Row.ends;

import java.util.List;

/** search, count, metadata, capabilities, probe. */
final class SearchRows {
  private SearchRows() {}

  static List<Row> all() {
    return List.of(
        done("search studies").out("PatientName  ", "<study>", "<hand>").lines(3),
        done("search studies -m PatientName=Yamada* -i StudyDescription --format csv --columns"
                + " PatientID,StudyInstanceUID")
            .out("PatientID,StudyInstanceUID\r\nPHANTOM-1,<study>\r\n")
            .asked("PatientName=Yamada", "includefield=StudyDescription"),
        done("search studies -m 00100020=HAND-2 --format json").out("[{", "<hand>").lines(1),
        done("search series --study <study> --format xml -m Modality=SR")
            .out("<?xml", "NativeDicomModel")
            .orthanc(0)
            .out("<?xml", "NativeDicomModel")
            .err("JSON where XML was asked for"),
        done("search instances --study <study> --series <series> --limit 9 --offset 1"
                + " --page-size 4 --format ndjson")
            .lines(9)
            .asked("offset=1&", "limit=4"),
        done("search studies --fuzzy --format table")
            .err("fuzzy")
            .asked("fuzzymatching=true")
            .orthanc(1)
            .err("FUZZY_MATCHING"),
        done("search studies -m ReferencedStudySequence.ReferencedSOPInstanceUID=1.2.3")
            .asked("ReferencedStudySequence.ReferencedSOPInstanceUID=1.2.3")
            .testKitOnly()
            .lines(1),
        done("search patients -m PatientID=nobody --profile dcm4chee --format json")
            .out("[]\n")
            .lines(1)
            .orthanc(5)
            .err("404"),
        done("search studies -m PatientID=nobody").out("PatientName").lines(1),
        ends(2, "search everything").err("studies"),
        ends(2, "search studies -m NoSuchKeyword=1").err("NoSuchKeyword"),
        ends(2, "search studies --format text").err("--format"),
        ends(3, "search instances --study <study> --format ndjson")
            .err("truncated")
            .lines(5)
            .mood(Row.Mood.SMALL_PAGES),
        done("count studies -m PatientID=HAND-2").out("1\n"),
        done("count series --study <study>").out("4\n"),
        done("count instances --study <study> --series <series>").out("20\n"),
        done("count studies --fuzzy -m PatientID=HAND-2 --profile dcm4chee")
            .out("1\n")
            .asked("/studies/count", "fuzzymatching=true")
            .orthanc(1)
            .err("400"),
        done("count patients --profile dcm4chee").out("2\n").testKitOnly(),
        done("count instances --study <study> --profile dcm4chee").out("23\n").testKitOnly(),
        done("metadata <study>").out("[{", "<instance>").lines(23),
        done("metadata <study> <series> --format ndjson").out("<instance>").lines(20),
        done("metadata <study> <series> <instance> --format xml")
            .out("<?xml", "<instance>")
            .orthanc(0)
            .out("<?xml", "<instance>")
            .err("tolerated"),
        done("-q metadata <study> <series> <instance> --format xml").out("<?xml"),
        done("metadata <study> <series> <instance> --format json -o <dir>/new/m.json")
            .files("new/m.json")
            .lines(0),
        ends(2, "metadata <study> --format csv").err("json, ndjson or xml"),
        ends(5, "metadata 1.2.3").err("404"),
        done("capabilities --format json").out("\"methods\"").orthanc(5).err("OPTIONS"),
        done("capabilities --format text").out("methods: ", "document: ").testKitOnly(),
        done("probe --profile standard --format text").out("query-escaping = ", "requests"),
        done("probe --format json").out("\"findings\"", "\"page-size\""));
  }
}
