// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.orthanc;

import java.time.Duration;
import java.util.List;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/** An Orthanc in a container, where there is Docker. */
final class OrthancContainer implements OrthancServer {
  static final String LOOKED_FOR = "Docker";

  private static final String IMAGE = "jodogne/orthanc-plugins:1.12.4";
  private static final int PORT = 8042;

  private final GenericContainer<?> container;
  private final OrthancRest rest;

  private OrthancContainer(GenericContainer<?> container, OrthancRest rest) {
    this.container = container;
    this.rest = rest;
  }

  static boolean isAvailable() {
    return DockerClientFactory.instance().isDockerAvailable();
  }

  static OrthancContainer start(OrthancConfig config) {
    String json =
        config.json(
            PORT,
            // What comes through a published port does not come from the container's loopback.
            OrthancConfig.Remote.ALLOWED,
            "/var/lib/orthanc/db",
            List.of("/usr/share/orthanc/plugins", "/usr/local/share/orthanc/plugins"));
    GenericContainer<?> container =
        new GenericContainer<>(DockerImageName.parse(Settings.of(Settings.IMAGE).orElse(IMAGE)))
            .withExposedPorts(PORT)
            .withCopyToContainer(Transferable.of(json), "/etc/orthanc/orthanc.json")
            .waitingFor(
                Wait.forHttp("/system")
                    .forPort(PORT)
                    .forStatusCodeMatching(status -> status == 200 || status == 401)
                    .withStartupTimeout(Duration.ofMinutes(2)));
    container.start();
    String url = "http://" + container.getHost() + ":" + container.getMappedPort(PORT);
    return new OrthancContainer(container, config.rest(url));
  }

  @Override
  public OrthancRest rest() {
    return rest;
  }

  @Override
  public void kill() {
    container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
  }

  @Override
  public void close() {
    container.stop();
  }
}
