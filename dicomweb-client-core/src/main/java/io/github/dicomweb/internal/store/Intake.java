// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.store;

import io.github.dicomweb.dicom.part10.Part10Header;
import io.github.dicomweb.dicom.part10.Part10HeaderReader;
import io.github.dicomweb.error.DicomFormatException;
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

/** Looks at sources before anything is sent: walks directories, reads headers, sorts out. */
final class Intake {
  private static final String MEDIA_STORAGE_DIRECTORY = "1.2.840.10008.1.3.10";

  private final Set<String> seen = new HashSet<>();
  private final List<Candidate> candidates = new ArrayList<>();

  static List<Candidate> of(List<Object> additions) {
    Intake intake = new Intake();
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
    try (InputStream in = source.open()) {
      Part10Header header = Part10HeaderReader.read(in);
      take(source, header);
    } catch (DicomFormatException e) {
      reject(source, "not a DICOM file");
    } catch (IOException e) {
      reject(source, "cannot be read");
    }
  }

  private void take(InstanceSource source, Part10Header header) throws IOException {
    String sopClass = header.sopClassUid().orElse(null);
    String instance = header.sopInstanceUid().orElse(null);
    if (MEDIA_STORAGE_DIRECTORY.equals(sopClass)) {
      reject(source, "a DICOMDIR, which is not an instance to be stored");
    } else if (instance == null || sopClass == null) {
      // Without it nothing the server says could be tied to this source.
      reject(source, "has no SOP Class or SOP Instance UID");
    } else if (!seen.add(instance)) {
      candidates.add(
          new Candidate(source, -1, sopClass, instance, "the same instance as another source"));
    } else {
      candidates.add(new Candidate(source, source.size().orElse(-1), sopClass, instance, null));
    }
  }

  private void reject(InstanceSource source, String objection) {
    candidates.add(Candidate.rejected(source, objection));
  }
}
