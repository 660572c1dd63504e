// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli;

import io.github.dicomweb.cli.command.BulkDataCommand;
import io.github.dicomweb.cli.command.CapabilitiesCommand;
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
import io.github.dicomweb.cli.output.Notes;
import io.github.dicomweb.cli.run.Exit;
import io.github.dicomweb.cli.run.Failures;
import io.github.dicomweb.cli.server.Preloading;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/** Starts the command. */
public final class Main {
  private static final List<String> LEVELS = List.of("error", "info", "debug", "trace");

  /** Commands that talk to no server. */
  private static final List<String> LOCAL = List.of("dump", "convert", "workitems");

  private Main() {}

  /**
   * Runs the command and ends the process.
   *
   * @param args the arguments
   */
  public static void main(String[] args) {
    Brief root = root(args);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupt(root), "interrupt"));
    int code = commandLine(root, args).execute(args);
    root.interrupts().finish();
    // in the midst of an interruption this waits, and the runtime exits with the signal's code
    System.exit(code);
  }

  private static void interrupt(Brief root) {
    root.interrupts().interrupt();
    if (root.interrupts().interrupted()) {
      Notes.say("interrupted");
    }
  }

  /** What talks to a server or reads a file; all else is rare, and loads everything. */
  private static @Nullable Object command(String name) {
    return switch (name) {
      case "search" -> new SearchCommand();
      case "count" -> new CountCommand();
      case "metadata" -> new MetadataCommand();
      case "retrieve" -> new RetrieveCommand();
      case "zip" -> new ZipCommand();
      case "frames" -> new FramesCommand();
      case "rendered" -> new RenderedCommand();
      case "thumbnail" -> new ThumbnailCommand();
      case "bulkdata" -> new BulkDataCommand();
      case "wado-uri" -> new WadoUriCommand();
      case "store" -> new StoreCommand();
      case "delete" -> new DeleteCommand();
      case "capabilities" -> new CapabilitiesCommand();
      case "probe" -> new ProbeCommand();
      case "dump" -> new DumpCommand();
      case "convert" -> new ConvertCommand();
      case "preview" -> new PreviewCommand();
      case "workitems" -> new WorkitemsCommand();
      default -> null;
    };
  }

  /** Without a known command among the arguments, the one that knows all. */
  private static Brief root(String[] args) {
    for (String arg : args) {
      if (command(arg) != null) {
        if (!LOCAL.contains(arg)) {
          Preloading.begin();
        }
        return new Brief();
      }
      if (arg.equals("--help") || arg.equals("-h")) {
        break;
      }
    }
    return new Dicomweb();
  }

  private static CommandLine commandLine(Brief root, String[] args) {
    CommandLine line = new CommandLine(root);
    if (!(root instanceof Dicomweb)) {
      // more than one where an argument happens to be called like a command
      for (String arg : args) {
        Object command = command(arg);
        if (command != null && !line.getSubcommands().containsKey(arg)) {
          line.addSubcommand(arg, command);
        }
      }
    }
    IExecutionStrategy last = new RunLast();
    // a value that begins with @ is a value
    return line.setExpandAtFiles(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(false)
        .setExecutionStrategy(
            parsed -> {
              configureLogging(root);
              return last.execute(parsed);
            })
        .setParameterExceptionHandler(Main::misused)
        .setExecutionExceptionHandler((failure, command, parsed) -> failed(root, failure))
        .setHelpFactory(Main::help);
  }

  private static void configureLogging(Brief root) {
    String level = LEVELS.get(Math.min(root.verbosity(), LEVELS.size() - 1));
    System.setProperty("slf4j.internal.verbosity", "WARN");
    System.setProperty("slf4j.provider", "org.slf4j.simple.SimpleServiceProvider");
    System.setProperty("org.slf4j.simpleLogger.logFile", "System.err");
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", root.quiet() ? "off" : level);
  }

  private static int failed(Brief root, Exception failure) {
    if (root.interrupts().interrupted()) {
      return Exit.INTERRUPTED;
    }
    int code = Failures.code(failure);
    if (code != Exit.DONE) {
      Notes.say(Failures.line(failure));
    }
    return code;
  }

  private static int misused(ParameterException failure, String[] args) {
    String command = failure.getCommandLine().getCommandSpec().qualifiedName();
    String message;
    if (List.of(args).contains("--from-search")) {
      message = "--from-search is not available yet in this version";
    } else if (failure instanceof UnmatchedArgumentException unmatched) {
      message = unmatched(unmatched);
    } else {
      message = Objects.requireNonNullElse(failure.getMessage(), "the arguments make no sense");
    }
    Notes.say("wrong usage: " + message + " (see " + command + " --help)");
    return Exit.USAGE;
  }

  /**
   * Names options only: what stands behind them may be a secret that was put in the wrong place.
   */
  private static String unmatched(UnmatchedArgumentException unmatched) {
    Optional<String> option =
        unmatched.getUnmatched().stream().filter(arg -> arg.startsWith("-")).findFirst();
    if (option.isPresent()) {
      return "no such option: " + option.get().split("=", 2)[0];
    }
    return unmatched.getCommandLine().getParent() == null
        ? "no such command"
        : "too many arguments";
  }

  private static Help help(
      CommandLine.Model.CommandSpec spec, CommandLine.Help.ColorScheme colours) {
    if (spec.parent() != null) {
      spec.usageMessage()
          .abbreviateSynopsis(true)
          .sectionMap()
          .put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, Main::ownOptions);
    }
    return new Help(spec, colours);
  }

  private static String ownOptions(@Nullable Help help) {
    if (help == null) {
      return "";
    }
    String own =
        help.optionListExcludingGroups(
            help.commandSpec().options().stream().filter(option -> !option.inherited()).toList());
    return own + String.format("Server options: see dicomweb --help%n");
  }
}
