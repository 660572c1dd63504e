// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.store;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.DatasetBuilder;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.SequenceElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.profile.ServerProfile.StoredFrames;
import io.github.dicomweb.store.InstanceSource;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * An instance as metadata that refers to what is in parts of their own, and these parts. Closed by
 * whoever has it, when the parts are written.
 *
 * @param instance what it was
 * @param metadata the metadata
 * @param parts the parts, in the order of the tags
 */
record TakenApart(Instance instance, Dataset metadata, List<Part> parts) implements Closeable {
  private static final String UTF_8 = "ISO_IR 192";

  static TakenApart of(InstanceSource source, int ordinal, Limits limits, StoredFrames frames)
      throws IOException {
    Instance instance = Instance.read(source, limits);
    BulkValues values = new BulkValues(instance, "bulk/" + ordinal + "/", frames);
    try {
      Dataset metadata = values.applyTo(unicode(ofDataset(instance.dataset())));
      return new TakenApart(instance, metadata, values.parts());
    } catch (UncheckedIOException e) {
      instance.close();
      throw e.getCause();
    } catch (RuntimeException e) {
      instance.close();
      throw e;
    }
  }

  /** Only what belongs to the dataset, and not to a message or a file around it. */
  private static Dataset ofDataset(Dataset dataset) {
    DatasetBuilder builder = dataset.toBuilder().put(Tag.SpecificCharacterSet, UTF_8);
    dataset.stream().map(Element::tag).filter(tag -> Tags.group(tag) <= 2).forEach(builder::remove);
    return builder.build();
  }

  /** The text is Unicode now, and a server makes a file of it by what the metadata says. */
  private static Dataset unicode(Dataset dataset) {
    DatasetBuilder changed = dataset.toBuilder();
    for (Element element : dataset) {
      if (element.tag() == Tag.SpecificCharacterSet) {
        changed.put(Tag.SpecificCharacterSet, UTF_8);
      } else if (element instanceof SequenceElement) {
        changed.put(
            SequenceElement.of(
                element.tag(),
                element.vr(),
                element.items().stream().map(TakenApart::unicode).toList()));
      }
    }
    return changed.build();
  }

  @Override
  public void close() throws IOException {
    instance.close();
  }

  /** Says nothing of what it holds. */
  @Override
  public String toString() {
    return "TakenApart[" + parts.size() + " parts]";
  }
}
