// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import io.github.dicomweb.config.ProgressListener;
import io.github.dicomweb.retrieve.FileLayout;
import io.github.dicomweb.retrieve.SavedInstance;
import java.util.function.Consumer;

/**
 * How instances are put into a directory.
 *
 * @param layout where they go there
 * @param listener hears of the progress
 * @param saved hears of each file
 * @param present hears of each file that was there
 * @param resume whether what is there is not transferred again
 * @param parallel how many transfers there may be at once
 */
public record SavingOptions(
    FileLayout layout,
    ProgressListener listener,
    Consumer<SavedInstance> saved,
    Consumer<SavedInstance> present,
    boolean resume,
    int parallel) {

  /** Those of a request of which nothing was said but who hears of its progress. */
  public static SavingOptions of(ProgressListener listener) {
    return new SavingOptions(
        FileLayout.standard(), listener, instance -> {}, instance -> {}, false, 1);
  }

  /** The same with another layout. */
  public SavingOptions withLayout(FileLayout value) {
    return new SavingOptions(value, listener, saved, present, resume, parallel);
  }

  /** The same with another listener. */
  public SavingOptions withListener(ProgressListener value) {
    return new SavingOptions(layout, value, saved, present, resume, parallel);
  }

  /** The same with somebody else who hears of each file. */
  public SavingOptions withSaved(Consumer<SavedInstance> value) {
    return new SavingOptions(layout, listener, value, present, resume, parallel);
  }

  SavingOptions withPresent(Consumer<SavedInstance> value) {
    return new SavingOptions(layout, listener, saved, value, resume, parallel);
  }

  SavingOptions resuming() {
    return new SavingOptions(layout, listener, saved, present, true, parallel);
  }

  SavingOptions withParallel(int value) {
    if (value < 1) {
      throw new IllegalArgumentException("there is at least one transfer at a time");
    }
    return new SavingOptions(layout, listener, saved, present, resume, value);
  }
}
