// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.cli;

import java.util.concurrent.Callable;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** As little as a command line program with one HTTP call can be. */
@CommandLine.Command(name = "empty")
public final class EmptyProgram implements Callable<Integer> {
  @Option(names = "--url", required = true)
  private String url = "";

  @Override
  public Integer call() throws Exception {
    OkHttpClient client = new OkHttpClient();
    Request request =
        new Request.Builder().url(url).header("Accept", "application/dicom+json").build();
    try (Response response = client.newCall(request).execute()) {
      System.out.print(response.body().string());
      System.out.flush();
    }
    return 0;
  }

  /** Starts it. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new EmptyProgram()).execute(args));
  }
}
