#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The DICOMweb client authors
# SPDX-License-Identifier: Apache-2.0
"""Writes Tag.java and the dictionary tables from the tables of PS3.6 as pydicom publishes them.

Usage: generate.py DIRECTORY_OF_THE_PYDICOM_PACKAGE   (see README.md)
"""
import re
import runpy
import sys
from pathlib import Path

MAIN = Path(__file__).resolve().parent.parent / "main"
ADDITIONS = Path(__file__).resolve().parent / "uids-after.tsv"
PACKAGE = "io/github/dicomweb/dicom"
HEAD = """// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

/**
 * Every attribute of the data dictionary (PS3.6, and the command group of PS3.7) by keyword.
 *
 * <p>Repeating groups stand with their first member: {@code OverlayData} is (6000,3000). Written by
 * {@code src/dictionary/generate.py}: not to be edited.
 */
public final class Tag {
"""


def edition(package):
    text = (package / "_version.py").read_text(encoding="utf-8")
    found = re.search(r'__dicom_version__[^=]*= "(\w+)"', text)
    return found.group(1) if found else "unknown"


def attributes(package):
    """Yields (pattern of 8 hex digits or x, VRs, VM, keyword, name, retired), in order."""
    tables = runpy.run_path(str(package / "_dicom_dict.py"))
    rows = [("%08X" % tag, entry) for tag, entry in tables["DicomDictionary"].items()]
    rows += [
        (mask.upper().replace("X", "x"), entry)
        for mask, entry in tables["RepeatersDictionary"].items()
    ]
    for pattern, (vr, vm, name, retired, keyword) in sorted(rows):
        vrs = "" if vr == "NONE" else vr.replace(" or ", "/")
        clean = " ".join(name.replace("\u200b", "").split())
        yield pattern, vrs, vm, keyword, clean, "R" if retired else ""


def uids(package):
    """Yields (UID, type, keyword, name, retired), in order."""
    table = runpy.run_path(str(package / "_uid_dict.py"))["UID_dictionary"]
    for line in ADDITIONS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            uid, kind, keyword, name = line.split("\t")
            table.setdefault(uid, (name, kind, "", "", keyword))
    for uid, (name, kind, _info, retired, keyword) in sorted(table.items()):
        clean = re.sub(r"\s*\(Retired\)\s*$", "", " ".join(name.split()))
        yield uid, kind, keyword, clean, "R" if retired else ""


def write_table(path, comment, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        out.write("# " + comment + "\n")
        for row in rows:
            out.write("\t".join(row).rstrip("\t") + "\n")


def write_constants(path, rows):
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        out.write(HEAD)
        for pattern, _vrs, vm, keyword, name, retired in rows:
            if not keyword:
                continue
            value = pattern.replace("x", "0")
            group, element = pattern[:4], pattern[4:]
            text = name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            doc = "  /** (%s,%s) %s%s */\n" % (group, element, text, ", retired." if retired else ".")
            if len(doc.rstrip()) > 100:
                doc = "  /** (%s,%s)%s */\n" % (group, element, ", retired." if retired else ".")
            out.write(doc)
            line = "  public static final int %s = 0x%s;\n\n" % (keyword, value)
            if len(line.rstrip()) > 100:
                line = line.replace(" = ", " =\n      ")
            out.write(line)
        out.write("  private Tag() {}\n}\n")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    package = Path(sys.argv[1])
    rows = list(attributes(package))
    source = "PS3.6 of edition " + edition(package)
    write_table(
        MAIN / "resources" / PACKAGE / "dictionary.txt",
        source + ": tag, VRs, VM, keyword, name, R if retired",
        rows,
    )
    write_table(
        MAIN / "resources" / PACKAGE / "uids.txt",
        source + ": UID, type, keyword, name, R if retired",
        uids(package),
    )
    write_constants(MAIN / "java" / PACKAGE / "Tag.java", rows)


if __name__ == "__main__":
    main()
