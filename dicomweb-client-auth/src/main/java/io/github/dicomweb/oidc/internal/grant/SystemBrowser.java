// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc.internal.grant;

import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.error.CredentialsException.Reason;
import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The browser of the desktop. */
public final class SystemBrowser {
  private SystemBrowser() {}

  /**
   * Opens a page.
   *
   * @param uri the page
   */
  public static void open(URI uri) {
    IOException failure = null;
    try {
      if (desktop(uri)) {
        return;
      }
    } catch (IOException e) {
      failure = e;
    }
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    List<String> command =
        system.contains("win")
            ? List.of("rundll32", "url.dll,FileProtocolHandler", uri.toString())
            : List.of(system.contains("mac") ? "open" : "xdg-open", uri.toString());
    try {
      var unused =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw noBrowser(failure);
    }
  }

  private static boolean desktop(URI uri) throws IOException {
    if (ModuleLayer.boot().findModule("java.desktop").isEmpty()
        || GraphicsEnvironment.isHeadless()
        || !Desktop.isDesktopSupported()
        || !Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
      return false;
    }
    Desktop.getDesktop().browse(uri);
    return true;
  }

  // The failures of starting a program quote its arguments, and so the state of the sign-in.
  private static CredentialsException noBrowser(@Nullable IOException failure) {
    return new CredentialsException(
        "no browser could be opened"
            + (failure == null ? "" : " (" + failure.getClass().getSimpleName() + ")")
            + ": show the address to the person in another way, or use the device grant",
        Reason.REFUSED,
        null,
        null);
  }
}
