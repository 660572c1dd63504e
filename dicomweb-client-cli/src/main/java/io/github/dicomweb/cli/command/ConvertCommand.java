// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import io.github.dicomweb.cli.output.WholeFile;
import io.github.dicomweb.cli.run.Exit;
import io.github.dicomweb.cli.run.LocalFormatException;
import io.github.dicomweb.cli.run.UsageException;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.dicom.json.DicomJsonWriter;
import io.github.dicomweb.dicom.part10.BulkDataResolver;
import io.github.dicomweb.dicom.part10.Part10File;
import io.github.dicomweb.dicom.part10.Part10Writer;
import io.github.dicomweb.dicom.xml.DicomXmlWriter;
import io.github.dicomweb.error.DicomFormatException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Converts local files. */
@Command(
    name = "convert",
    description =
        "Converts a local file between DICOM, DICOM JSON and the Native DICOM Model. Values that"
            + " the file refers to are taken from files in its directory and below.",
    footer = {"", "Example:", "  dicomweb convert slice.dcm slice.json"})
public final class ConvertCommand implements Callable<Integer> {
  /** The forms. */
  enum Form {
    DICOM,
    JSON,
    XML
  }

  @Parameters(index = "0", paramLabel = "IN", description = "The file.")
  private Path in = Path.of("");

  @Parameters(index = "1", paramLabel = "OUT", description = "The new file.")
  private Path out = Path.of("");

  @Nullable
  @Option(
      names = "--to",
      paramLabel = "dicom|json|xml",
      description = "The form; the end of the new name tells otherwise.")
  private Form to;

  @Option(
      names = "--bulk",
      paramLabel = "inline|uri|omit",
      description = "What becomes of binary values in JSON and XML.")
  private Bulk bulk = Bulk.INLINE;

  @Nullable
  @Option(
      names = "--transfer-syntax",
      paramLabel = "UID",
      description = "The transfer syntax in which values that stand elsewhere are.")
  private String transferSyntax;

  @Override
  public Integer call() throws IOException {
    Form form = to == null ? byName(out) : to;
    try (WholeFile target = WholeFile.of(out)) {
      LocalFile file =
          LocalFile.read(in, form == Form.DICOM ? LocalFile.Large.REFER : bulk.large());
      if (file.datasets().size() != 1) {
        throw new UsageException(
            "the file holds " + file.datasets().size() + " datasets, and one can be converted");
      }
      write(file, form, target);
      target.done();
    } catch (DicomFormatException e) {
      throw new LocalFormatException(e);
    }
    return Exit.DONE;
  }

  private static Form byName(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".json")) {
      return Form.JSON;
    }
    if (name.endsWith(".xml")) {
      return Form.XML;
    }
    if (name.endsWith(".dcm")) {
      return Form.DICOM;
    }
    throw new UsageException("to what? Use --to, or a name that ends in .dcm, .json or .xml");
  }

  private void write(LocalFile file, Form form, OutputStream target) throws IOException {
    Dataset dataset = file.datasets().get(0);
    OutputStream open = new Open(target);
    if (form == Form.JSON) {
      try (DicomJsonWriter writer = DicomJsonWriter.to(open).bulkData(bulk.handler())) {
        writer.write(dataset);
      }
    } else if (form == Form.XML) {
      DicomXmlWriter.create().bulkData(bulk.handler()).write(dataset, open);
    } else {
      Path parent = in.toAbsolutePath().getParent();
      Part10Writer writer = Part10Writer.create();
      if (transferSyntax != null) {
        writer = writer.transferSyntax(TransferSyntax.of(transferSyntax));
      }
      if (parent != null) {
        writer = writer.bulkData(BulkDataResolver.filesBelow(parent));
      }
      Dataset meta = file.fileMeta();
      TransferSyntax source = file.transferSyntax();
      if (meta == null || source == null) {
        writer.write(dataset, open);
      } else {
        writer.write(Part10File.of(meta, dataset, source), open);
      }
    }
  }

  /** Stays open: only a whole file gets its name. */
  private static final class Open extends FilterOutputStream {
    Open(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      out.flush();
    }
  }
}
