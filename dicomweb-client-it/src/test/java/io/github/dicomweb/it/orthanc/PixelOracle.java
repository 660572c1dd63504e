// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.orthanc;

import io.github.dicomweb.it.samples.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** DCMTK and GDCM, which read pixel data and share no code with the library. */
final class PixelOracle {
  private static final List<String> PROGRAMS =
      List.of(
          "dcmdump",
          "dcmconv",
          "dcmdrle",
          "dcmdjpeg",
          "dcmdjpls",
          "dcmcjpeg",
          "dcmcjpls",
          "dcmj2pnm",
          "dcm2pdf",
          "pdf2dcm",
          "gdcmraw",
          "gdcmconv");

  private final Path directory;
  private int files;

  /**
   * Finds the programs.
   *
   * @param directory for files in between
   */
  PixelOracle(Path directory) {
    this.directory = directory;
    for (String program : PROGRAMS) {
      if (Commands.find(program).isEmpty()) {
        throw Missing.because("no " + program + " on the PATH (Debian: dcmtk, libgdcm-tools)");
      }
    }
  }

  /**
   * The pixel data as DCMTK finds it: the one value, or the offset table and the fragments after
   * it.
   */
  List<byte[]> items(Path file) throws IOException {
    Path into = Files.createDirectory(next("items"));
    Commands.run(directory, List.of("dcmdump", "-q", "+W", into.toString(), file.toString()));
    List<byte[]> items = new ArrayList<>();
    String name = file.getFileName().toString();
    for (int i = 0; Files.exists(into.resolve(name + "." + i + ".raw")); i++) {
      items.add(Files.readAllBytes(into.resolve(name + "." + i + ".raw")));
    }
    return items;
  }

  /** The bytes of the pixel data as GDCM finds them, all fragments together. */
  byte[] allOfGdcm(Path file) throws IOException {
    Path out = next("gdcmraw");
    Commands.run(
        directory,
        List.of("gdcmraw", "-t", "7fe0,0010", "-i", file.toString(), "-o", out.toString()));
    return Files.readAllBytes(out);
  }

  /** The frames as they are stored. */
  List<byte[]> storedFrames(PixelSample sample) throws IOException {
    List<byte[]> items = items(sample.file());
    if (!sample.transferSyntax().isEncapsulated()) {
      return slices(items.get(0), sample);
    }
    List<byte[]> fragments = items.subList(1, items.size());
    if (sample.frames() == 1) {
      return List.of(concatenated(fragments));
    }
    if (fragments.size() != sample.frames()) {
      throw new IOException("fragments of " + sample + " are not frames");
    }
    return fragments;
  }

  static byte[] concatenated(List<byte[]> pieces) {
    byte[] all = new byte[pieces.stream().mapToInt(piece -> piece.length).sum()];
    int at = 0;
    for (byte[] piece : pieces) {
      System.arraycopy(piece, 0, all, at, piece.length);
      at += piece.length;
    }
    return all;
  }

  /** The frames as DCMTK decompresses them, in little endian byte order. */
  List<byte[]> uncompressedFrames(PixelSample sample) throws IOException {
    return slices(items(uncompressed(sample)).get(0), sample);
  }

  /** The frames as GDCM decompresses them. */
  List<byte[]> uncompressedFramesOfGdcm(PixelSample sample) throws IOException {
    return slices(items(converted(sample.file(), List.of("gdcmconv", "--raw"))).get(0), sample);
  }

  private static List<byte[]> slices(byte[] value, PixelSample sample) throws IOException {
    int length = sample.frames() * sample.frameLength();
    // A value of odd length has a byte more.
    if (value.length != length + length % 2) {
      throw new IOException("pixel data of " + sample + " has " + value.length + " bytes");
    }
    List<byte[]> frames = new ArrayList<>();
    for (int i = 0; i < sample.frames(); i++) {
      int from = i * sample.frameLength();
      frames.add(Arrays.copyOfRange(value, from, from + sample.frameLength()));
    }
    return frames;
  }

  /** A copy of a file in Explicit VR Little Endian, which DCMTK makes. */
  Path uncompressed(PixelSample sample) throws IOException {
    List<String> command =
        switch (sample.transferSyntax().uid().substring("1.2.840.10008.1.2".length())) {
          case ".5" -> List.of("dcmdrle");
          case ".4.50", ".4.51", ".4.57", ".4.70" -> List.of("dcmdjpeg");
          case ".4.80", ".4.81" -> List.of("dcmdjpls");
          default -> List.of("dcmconv", "+te");
        };
    return converted(sample.file(), command);
  }

  /**
   * A copy of a file that a program makes.
   *
   * @param command the program and its options, which it takes before two names of files
   */
  Path converted(Path file, List<String> command) throws IOException {
    Path out = next("converted.dcm");
    List<String> whole = new ArrayList<>(command);
    whole.addAll(List.of(file.toString(), out.toString()));
    Commands.run(directory, whole);
    return out;
  }

  /** A frame as DCMTK renders it. */
  Picture rendered(Path file, int frame, String... options) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("dcmj2pnm", "-q", "--write-png", "+F", Integer.toString(frame)));
    command.addAll(List.of(options));
    return Picture.of(Files.readAllBytes(converted(file, command)));
  }

  private Path next(String name) {
    files++;
    return directory.toAbsolutePath().resolve(files + "-" + name);
  }
}
