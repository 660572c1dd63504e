// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.cli;

import static io.github.dicomweb.it.cli.Row.done;
import static io.github.dicomweb.it.cli.Row.ends;

import java.util.List;

/** retrieve, zip, frames, rendered, thumbnail, bulkdata, wado-uri, preview. */
final class RetrieveRows {
  private static final String ONE = " <study> <series> <instance> ";
  private static final String MANY = " <study> <frames.series> <frames.instance> ";
  private static final String EXPLICIT = "1.2.840.10008.1.2.1";

  private RetrieveRows() {}

  static List<Row> all() {
    return List.of(
        done("retrieve <study> -o <dir>/d --report <dir>/r.json")
            .out("complete: 23 of 23 instances")
            .files("d/<study>/<series>/<instance>.dcm", "r.json"),
        done("retrieve <study> <series> -o <dir> --transfer-syntax "
                + EXPLICIT
                + " --parallel 3 --layout s/{instance} --no-resume")
            .out("complete: 20 of 20"),
        done("retrieve" + ONE + "-o <dir> --transfer-syntax *").out("complete: 1 of 1"),
        ends(3, "retrieve <study> -o <dir> --transfer-syntax " + EXPLICIT)
            .out("incomplete: 22 of 23")
            .err("1 instance is missing: the server did not send it")
            .testKitOnly(),
        ends(2, "retrieve <study> -o <dir> --layout ../{instance}").err("--layout"),
        ends(2, "retrieve <study> -o <dir> --parallel 0").err("--parallel"),
        ends(2, "retrieve --from-search -m PatientID=1 -o <dir>").err("not available yet"),
        ends(5, "retrieve 1.2.3 -o <dir>").err("404"),
        done("zip <study> -o <dir>/a.zip")
            .out("23 files")
            .files("a.zip")
            .orthanc(1)
            .err("not possible with this server"),
        done("zip <study> <series> -o <dir>/a.zip --profile standard")
            .out("20 files")
            .testKitOnly(),
        done("zip" + ONE + "-o <dir>/a.zip").out("1 files").testKitOnly(),
        done("frames" + MANY + "1,3-4 -o <dir>/f")
            .files("f/frame-000001.bin", "f/frame-000003.bin", "f/frame-000004.bin")
            .lines(3),
        done("frames"
                + MANY
                + "all -o <dir> --accept image/jp2 --accept"
                + " application/octet-stream;transfer-syntax="
                + EXPLICIT)
            .files("frame-000008.bin")
            .err("refused the Accept value")
            .lines(8)
            .orthanc(1)
            .err("500"),
        ends(2, "frames" + MANY + "0 -o <dir>").err("frames begin at 1"),
        ends(2, "frames" + MANY + "3-1 -o <dir>").err("1,3,5-9"),
        ends(2, "frames" + MANY + "1 -o <dir> --accept image/jpeg;q=1").err("--accept"),
        ends(5, "frames" + MANY + "99 -o <dir>").err("404").orthanc(1).err("400"),
        done("rendered" + ONE + "-o <dir>/a.png --type image/png --viewport 64,64")
            .picture("a.png", 64)
            .out("image/png")
            .asked("viewport=64"),
        done("rendered"
                + ONE
                + "--frame 1 -o <dir>/a.jpg --type image/jpeg --viewport 32,32,0,0,16,16"
                + " --window 40,400,sigmoid --quality 50 --annotation patient,technique --icc"
                + " no")
            .out("image/jpeg")
            .picture("a.jpg", 32)
            .err("annotation")
            .asked("window=40", "quality=50", "annotation=", "iccprofile=no", "frames/1")
            .orthanc(0)
            .picture("a.jpg", 32),
        done("rendered" + ONE + "-o <dir>/a.jpg --window 40,400,linear").asked("linear"),
        done("rendered" + ONE + "-o <dir>/a.jpg --window 40,400,linear-exact")
            .asked("linear-exact"),
        done("rendered <study> <series> -o <dir>/a.jpg")
            .files("a.jpg")
            .orthanc(0)
            .files("a.jpg")
            .err("refused the Accept value"),
        ends(3, "rendered <study> -o <dir>/a.jpg")
            .err("not everything")
            .files("a.jpg")
            .orthanc(1)
            .err("400"),
        ends(2, "rendered" + ONE + "-o <dir>/a.jpg --window 40").err("--window"),
        ends(2, "rendered <study> -o <dir>/a.jpg --frame 1").err("--frame"),
        done("thumbnail" + ONE + "--frame 1 -o <dir>/t.jpg --viewport 32,32")
            .picture("t.jpg", 32)
            .orthanc(5)
            .err("404"),
        done("thumbnail <study> -o <dir>/t.jpg").files("t.jpg").testKitOnly(),
        done("thumbnail <study> <series> -o <dir>/t.jpg").files("t.jpg").testKitOnly(),
        done("bulkdata <pixels> -o <dir>/p.raw").out(" bytes").files("p.raw"),
        done("bulkdata <pixels.relative> -o <dir>/p.raw --base <url>/ --range 100-199")
            .out("100 bytes"),
        done("bulkdata <pixels> -o <dir>/p.raw --range 8000-").out(" bytes"),
        done("bulkdata <pixels> -o <dir>/p.raw --range -10").out("10 bytes"),
        ends(2, "bulkdata <pixels> -o <dir>/p.raw --range x").err("--range"),
        done("wado-uri" + ONE + "-o <dir>/u.dcm --transfer-syntax * --wado-uri-url <wado>")
            .files("u.dcm"),
        done("wado-uri"
                + ONE
                + "-o <dir>/u.dcm --content-type application/dicom --anonymize"
                + " --wado-uri-url <wado>")
            .varying()
            .files("u.dcm")
            .asked("anonymize=yes")
            .orthanc(7)
            .err("malformed answer", "not anonymized"),
        done("wado-uri"
                + ONE
                + "-o <dir>/u.jpg --content-type image/jpeg --frame 1 --rows 40 --columns 40"
                + " --window 40,400 --region 0,0,0.5,0.5 --quality 60 --wado-uri-url <wado>")
            .asked("rows=40", "columns=40", "windowCenter=40", "region=0", "imageQuality=60")
            .files("u.jpg")
            .orthanc(0)
            .files("u.jpg")
            .err("another media type"),
        ends(2, "wado-uri" + ONE + "-o <dir>/u.jpg --rows 9 --anonymize --wado-uri-url <wado>")
            .err("--anonymize"),
        done("preview <study> -o <dir>/p.html")
            .out("4 series")
            .err("a series without a picture")
            .files("p.html"),
        ends(5, "preview 1.2.3 -o <dir>/p.html").err("not found"));
  }
}
