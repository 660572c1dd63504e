// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.store;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.part10.Part10Header;
import io.github.dicomweb.dicom.part10.Part10HeaderReader;
import io.github.dicomweb.error.DicomFormatException;
import io.github.dicomweb.store.DatasetSource;
import io.github.dicomweb.store.InstanceSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks at sources before anything is sent: walks directories, reads headers, sorts out what cannot
 * be sent.
 */
final class Intake {
  private static final String MEDIA_STORAGE_DIRECTORY = "1.2.840.10008.1.3.10";

  private final Form form;
  private final Set<String> seen = new HashSet<>();
  private final List<Candidate> candidates = new ArrayList<>();

  private Intake(Form form) {
    this.form = form;
  }

  static List<Candidate> of(List<Object> additions, Form form) {
    Intake intake = new Intake(form);
    for (Object addition : additions) {
      if (addition instanceof Path path) {
        intake.walk(path);
      } else {
        intake.take((InstanceSource) addition);
      }
    }
    return intake.candidates;
  }

  private void walk(Path path) {
    if (!Files.isDirectory(path)) {
      take(InstanceSource.of(path));
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      files.filter(Files::isRegularFile).sorted().forEach(file -> take(InstanceSource.of(file)));
    } catch (IOException e) {
      reject(InstanceSource.of(path), "the directory cannot be read");
    } catch (UncheckedIOException e) {
      reject(InstanceSource.of(path), "part of the directory cannot be read");
    }
  }

  private void take(InstanceSource source) {
    try {
      if (source instanceof DatasetSource made) {
        Dataset dataset = made.dataset();
        take(
            source,
            dataset.string(Tag.SOPClassUID).orElse(null),
            dataset.string(Tag.SOPInstanceUID).orElse(null));
      } else {
        Part10Header header = header(source);
        take(source, header.sopClassUid().orElse(null), header.sopInstanceUid().orElse(null));
      }
    } catch (DicomFormatException e) {
      reject(source, "not a DICOM file");
    } catch (IOException | UncheckedIOException e) {
      reject(source, "cannot be read");
    }
  }

  private static Part10Header header(InstanceSource source) throws IOException {
    try (InputStream in = source.open()) {
      return Part10HeaderReader.read(in);
    }
  }

  private void take(InstanceSource source, @Nullable String sopClass, @Nullable String instance)
      throws IOException {
    if (MEDIA_STORAGE_DIRECTORY.equals(sopClass)) {
      reject(source, "a DICOMDIR, which is not an instance to be stored");
    } else if (instance == null || sopClass == null) {
      // Without it nothing the server says could be tied to this source.
      reject(source, "has no SOP Class or SOP Instance UID");
    } else if (seen.contains(instance)) {
      candidates.add(
          new Candidate(source, null, sopClass, instance, "the same instance as another source"));
    } else {
      candidates.add(prepared(source, sopClass, instance));
    }
  }

  private Candidate prepared(InstanceSource source, String sopClass, String instance)
      throws IOException {
    try {
      Payload payload = form.payload(source, candidates.size());
      seen.add(instance);
      return new Candidate(source, payload, sopClass, instance, "");
    } catch (DicomFormatException e) {
      // The message names an attribute and never a value.
      return new Candidate(
          source,
          null,
          sopClass,
          instance,
          "cannot be sent as " + form.rootType() + ": " + e.getMessage());
    }
  }

  private void reject(InstanceSource source, String objection) {
    candidates.add(new Candidate(source, null, null, null, objection));
  }
}
