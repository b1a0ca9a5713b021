package kz.miras.registrar.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LinkTermsTest {

  private static final List<String> TERMS = List.of("2025/2026 AUTUMN", "2025/2026 SPRING");
  private static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");
  private final LinkTerms terms = new LinkTerms(90, 3);

  private List<String> refused(SharedPart part, String term, Integer days, int open) {
    return terms.judge(part, term, TERMS, days, open).refusals().stream()
        .map(Refusal::code)
        .toList();
  }

  @Test
  @DisplayName(
      "DOC-25 a link shows something the student has, for as long as the university allows")
  void judged() {
    assertThat(refused(SharedPart.SUMMARY, null, 90, 2)).isEmpty();
    assertThat(refused(SharedPart.TERM, "2025/2026 SPRING", 1, 0)).isEmpty();
    assertThat(refused(SharedPart.TERM, "2024/2025 SPRING", 1, 0))
        .containsExactly("transcript.links.which");
    assertThat(refused(null, null, 30, 0)).containsExactly("transcript.links.what");
    for (Integer days : new Integer[] {null, 0, -1, 91}) {
      assertThat(refused(SharedPart.ALL, null, days, 0))
          .containsExactly("transcript.links.days.limit");
    }
    assertThat(refused(SharedPart.ALL, null, 30, 3)).containsExactly("transcript.links.many");
  }

  @Test
  @DisplayName("DOC-25 a link leads somewhere until its moment, unless it was taken back")
  void states() {
    assertThat(link(NOW.plusSeconds(1), null).state(NOW)).isEqualTo(ResultLink.State.OPEN);
    assertThat(link(NOW, null).state(NOW)).isEqualTo(ResultLink.State.EXPIRED);
    assertThat(link(NOW.plusSeconds(9), NOW).state(NOW)).isEqualTo(ResultLink.State.REVOKED);
  }

  private static ResultLink link(Instant expires, Instant revoked) {
    return new ResultLink(
        UUID.randomUUID(),
        SharedPart.ALL,
        null,
        null,
        NOW.minusSeconds(60),
        expires,
        revoked,
        0,
        null);
  }
}
