package kz.miras.registrar.achievement.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import kz.miras.registrar.achievement.analysis.AnalysisCut;
import kz.miras.registrar.achievement.analysis.AnalysisOutcome;
import kz.miras.registrar.achievement.service.analysis.AnalysisView.Asked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AnalysisAddressTest {

  @Test
  @DisplayName(
      "parts come back from an address as they went into it, whatever stands in their keys")
  void partsComeBack() {
    Map<AnalysisCut, String> only =
        Map.of(
            AnalysisCut.GROUP,
            "ИС-21, 1:2&=+",
            AnalysisCut.DISCIPLINE,
            "MAT 1%",
            AnalysisCut.TEACHER,
            "");
    String address =
        AnalysisAddress.of(
            "/p", new Asked("2025-1", AnalysisCut.TEACHER, only, 3), AnalysisOutcome.GOOD);

    assertThat(address)
        .startsWith("/p?term=2025-1&by=teacher&years=3&in=")
        .endsWith("&outcome=GOOD");
    String within = address.replaceAll(".*&in=([^&]*)&.*", "$1");
    assertThat(AnalysisAddress.parts(URLDecoder.decode(within, StandardCharsets.UTF_8)))
        .isEqualTo(only);
  }

  @Test
  @DisplayName("what is no part is left out of an address that somebody has mangled")
  void mangled() {
    assertThat(AnalysisAddress.parts(null)).isEmpty();
    assertThat(AnalysisAddress.parts("nonsense,school,:x,planet:mars")).isEmpty();
    assertThat(AnalysisAddress.parts("school:%")).containsEntry(AnalysisCut.SCHOOL, "%");
  }
}
