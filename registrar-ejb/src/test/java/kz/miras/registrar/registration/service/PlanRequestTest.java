package kz.miras.registrar.registration.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.shared.Checksum;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlanRequestTest {

  private static final UUID OFFERING = UUID.fromString("0b2b0c3e-3f0f-4f43-8a65-6a7d5f8a0a11");

  private static byte[] hash(String stream) {
    PlanRequest.Line line =
        new PlanRequest.Line(OFFERING, null, "G-1", stream, EnrolmentType.MAIN, null, null);
    return Submissions.hash("S1", new PlanRequest("2165-1", List.of(line), false, true));
  }

  @Test
  @DisplayName("REG-32 one that is to take the place of another discipline is another request")
  void insteadOfAnother() {
    PlanRequest.Line line = PlanRequest.Line.of(OFFERING);
    byte[] beside = Submissions.hash("S1", new PlanRequest("2165-1", List.of(line), false, true));

    assertThat(
            Submissions.hash(
                "S1", new PlanRequest("2165-1", List.of(line.insteadOf("MAT1")), false, true)))
        .isNotEqualTo(beside);
  }

  @Test
  @DisplayName(
      "REG-32 another stream is another request; one that names none reads as it did before streams"
          + " could be named, so that it may still be sent again")
  void theSameRequest() {
    assertThat(hash("L-1")).isEqualTo(hash("L-1")).isNotEqualTo(hash("L-2"));
    assertThat(hash(null))
        .isEqualTo(
            Checksum.sha256(
                ("S1 {\"term\":\"2165-1\",\"lines\":[{\"offering\":\""
                        + OFFERING
                        + "\",\"discipline\":null,\"group\":\"G-1\",\"type\":\"MAIN\",\"language\":null,"
                        + "\"replaces\":null}],\"allOrNothing\":false,\"mayWait\":true,"
                        + "\"explanation\":null}")
                    .getBytes(StandardCharsets.UTF_8)));
  }
}
