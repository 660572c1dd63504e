# SPDX-FileCopyrightText: 2026 The DICOMweb client authors
# SPDX-License-Identifier: Apache-2.0
"""Reads the DICOM files whose names come on standard input, one a line, and writes a line of JSON
for each: the dataset as pydicom has it, or null with the reason."""
import json
import sys
import warnings

import pydicom

warnings.simplefilter("ignore")
for name in sys.stdin.read().splitlines():
    answer = {"file": name, "dataset": None, "failure": None}
    try:
        dataset = pydicom.dcmread(name, force=True)
        answer["dataset"] = dataset.to_json_dict(suppress_invalid_tags=True)
        line = json.dumps(answer)
    except Exception as e:  # whatever it is, the file is one that pydicom cannot convert
        answer["dataset"] = None
        answer["failure"] = type(e).__name__
        line = json.dumps(answer)
    print(line)
