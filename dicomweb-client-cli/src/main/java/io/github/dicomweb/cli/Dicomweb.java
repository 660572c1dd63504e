// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli;

import io.github.dicomweb.cli.command.BulkDataCommand;
import io.github.dicomweb.cli.command.CapabilitiesCommand;
import io.github.dicomweb.cli.command.CompletionCommand;
import io.github.dicomweb.cli.command.ConfigCommand;
import io.github.dicomweb.cli.command.ConvertCommand;
import io.github.dicomweb.cli.command.CountCommand;
import io.github.dicomweb.cli.command.DeleteCommand;
import io.github.dicomweb.cli.command.DumpCommand;
import io.github.dicomweb.cli.command.FramesCommand;
import io.github.dicomweb.cli.command.MetadataCommand;
import io.github.dicomweb.cli.command.PreviewCommand;
import io.github.dicomweb.cli.command.ProbeCommand;
import io.github.dicomweb.cli.command.RenderedCommand;
import io.github.dicomweb.cli.command.RetrieveCommand;
import io.github.dicomweb.cli.command.SearchCommand;
import io.github.dicomweb.cli.command.StoreCommand;
import io.github.dicomweb.cli.command.ThumbnailCommand;
import io.github.dicomweb.cli.command.WadoUriCommand;
import io.github.dicomweb.cli.command.WorkitemsCommand;
import io.github.dicomweb.cli.command.ZipCommand;
import picocli.CommandLine.Command;

/** The command with all commands below it: for help, completion and the manual. */
@Command(
    subcommands = {
      SearchCommand.class,
      CountCommand.class,
      MetadataCommand.class,
      RetrieveCommand.class,
      ZipCommand.class,
      FramesCommand.class,
      RenderedCommand.class,
      ThumbnailCommand.class,
      BulkDataCommand.class,
      WadoUriCommand.class,
      StoreCommand.class,
      DeleteCommand.class,
      CapabilitiesCommand.class,
      ProbeCommand.class,
      DumpCommand.class,
      ConvertCommand.class,
      PreviewCommand.class,
      WorkitemsCommand.class,
      ConfigCommand.class,
      CompletionCommand.class
    })
public final class Dicomweb extends Brief {
  /** Settings come from the arguments. */
  public Dicomweb() {}
}
