// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.identity.DefaultAzureCredentialBuilder;
import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.cloud.aws.AwsCloudCredentials;
import io.github.dicomweb.cloud.azure.AzureCloudCredentials;
import io.github.dicomweb.cloud.google.GoogleCloudCredentials;
import io.github.dicomweb.profile.ServerProfile;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/** The recipes of the documentation, as they stand there. */
public class CloudRecipesTest {

  /** Google Cloud Healthcare API with application default credentials. */
  public static DicomWebClient google(String dicomStore) {
    return DicomWebClient.builder(dicomStore)
        .profile(ServerProfile.google())
        .credentials(GoogleCloudCredentials.applicationDefault())
        .build();
  }

  /** Azure Health Data Services with whatever identity this machine or developer has. */
  static DicomWebClient azure(String service) {
    return DicomWebClient.builder(service)
        .profile(ServerProfile.azure())
        .credentials(AzureCloudCredentials.of(new DefaultAzureCredentialBuilder().build()))
        .build();
  }

  /** AWS HealthImaging with the default provider chain. */
  static DicomWebClient aws(String region, String datastoreId) {
    return DicomWebClient.builder(
            "https://dicom-medical-imaging." + region + ".amazonaws.com/datastore/" + datastoreId)
        .profile(ServerProfile.awsHealthImaging())
        .credentials(
            AwsCloudCredentials.healthImaging(region, DefaultCredentialsProvider.builder().build()))
        .build();
  }

  @Test
  void recipes_buildClientsWithoutAskingAnybody() {
    try (DicomWebClient azure = azure("https://w-d.dicom.azurehealthcareapis.com/v2");
        DicomWebClient aws = aws("us-east-1", "d9a2a515ab294163a2d2f4069eed584c")) {
      assertThat(azure).hasToString("DicomWebClient");
      assertThat(aws).hasToString("DicomWebClient");
    }
  }
}
