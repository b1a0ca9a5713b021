package kz.miras.registrar.registration.elective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.PlanLine;
import kz.miras.registrar.registration.elective.CatalogueComplete.Offer;
import kz.miras.registrar.registration.elective.ElectiveSound.Wanted;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ElectiveSoundTest {

  private static final List<PlanLine> LINES =
      List.of(
          line("MAT", 3, Component.UNIVERSITY, null),
          line("ART", 3, Component.ELECTIVE, "КВ-3"),
          line("LAW", 3, Component.ELECTIVE, "КВ-3"),
          line("BIO", 4, Component.ELECTIVE, "КВ-4"),
          line("GEO", 4, Component.ELECTIVE, "КВ-4"),
          line("CHE", 5, Component.ELECTIVE, "КВ-5"));

  private static final TermsOfYear SECOND = TermsOfYear.of(2, 4, LINES);

  private static PlanLine line(String code, int term, Component component, String block) {
    return new PlanLine(
        code,
        LocalizedText.of(code, code, code),
        false,
        5,
        term,
        Cycle.BASIC,
        component,
        block,
        block == null ? null : 5);
  }

  private static Verdict judge(String discipline, String block, int term, String basis) {
    return ElectiveSound.judge(new Wanted(discipline, block, term, basis), LINES, SECOND);
  }

  @ParameterizedTest
  @CsvSource({
    "ART, КВ-3, 3, , ''",
    "ART, КВ-4, 4, , registration.elective.block",
    "ART, КВ-4, 4, УМС № 4, registration.elective.block",
    "MAT, КВ-3, 3, , registration.elective.compulsory",
    "MAT, КВ-3, 3, УМС № 4, registration.elective.compulsory",
    "PHI, КВ-3, 3, , registration.elective.addition",
    "PHI, КВ-3, 3, УМС № 4, ''",
    "PHI, КВ-9, 3, УМС № 4, registration.elective.no-block"
  })
  @DisplayName(
      "KED-1 an entry is an elective of the curriculum in its own block, or an addition a decision"
          + " allows")
  void entryIsAnElective(String discipline, String block, int term, String basis, String code) {
    Verdict verdict = judge(discipline, block, term, basis);
    assertThat(verdict.refusals())
        .extracting(Refusal::code)
        .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
  }

  @Test
  @DisplayName("KED-1 an addition to nowhere without a basis is refused for both reasons at once")
  void bothReasonsAtOnce() {
    assertThat(judge("PHI", "КВ-9", 3, " ").refusals())
        .extracting(Refusal::field)
        .containsExactly("addition_basis", "choice_block");
  }

  @ParameterizedTest
  @CsvSource({"2, false", "3, true", "4, true", "5, false"})
  @DisplayName("KED-5 an entry is taught in the academic year of the catalogue, at both bounds")
  void entryIsOfTheYear(int term, boolean allowed) {
    Verdict verdict = judge("PHI", "КВ-3", term, "УМС № 4");
    assertThat(verdict.isAllowed()).isEqualTo(allowed);
    assertThat(verdict.refusals()).allMatch(one -> one.rule().equals("KED-5"));
  }

  @Test
  @DisplayName("KED-5 where a year has three terms, the second course is the fourth to the sixth")
  void yearOfTrimesters() {
    List<PlanLine> lines = List.of(line("ART", 9, Component.ELECTIVE, "КВ-9"));
    TermsOfYear terms = TermsOfYear.of(2, 4, lines);
    assertThat(terms).isEqualTo(new TermsOfYear(4, 6));
    assertThat(SECOND).isEqualTo(new TermsOfYear(3, 4));
    Wanted wanted = new Wanted("ART", "КВ-9", 9, null);
    assertThat(ElectiveSound.judge(wanted, lines, terms).isAllowed()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(CatalogueStatus.class)
  @DisplayName("KED-2 only a draft changes")
  void onlyADraftChanges(CatalogueStatus status) {
    assertThat(ElectiveSound.mayChange(status).isAllowed())
        .isEqualTo(status == CatalogueStatus.DRAFT);
  }

  private static Offer offer(String discipline, String block, boolean described) {
    return new Offer(discipline, 5, block, described);
  }

  @Test
  @DisplayName("KED-3 a catalogue with a real choice in every block of its year is complete")
  void completeCatalogue() {
    Verdict verdict =
        CatalogueComplete.judge(
            List.of(
                offer("ART", "КВ-3", true),
                offer("LAW", "КВ-3", true),
                offer("BIO", "КВ-4", true),
                offer("GEO", "КВ-4", true)),
            LINES,
            SECOND);
    assertThat(verdict.isAllowed()).isTrue();
    assertThat(verdict.warnings()).isEmpty();
  }

  @Test
  @DisplayName(
      "KED-3 a block that offers too little and an entry without words are refused at once")
  void incompleteCatalogue() {
    Verdict verdict =
        CatalogueComplete.judge(
            List.of(offer("ART", "КВ-3", true), offer("LAW", "КВ-3", false)), LINES, SECOND);
    assertThat(verdict.refusals())
        .extracting(Refusal::code)
        .containsExactly(
            "registration.catalogue.block-short", "registration.catalogue.not-described");
    assertThat(verdict.refusals().get(0).args()).isEqualTo(List.of("КВ-4", 0, 5));
  }

  @Test
  @DisplayName("KED-3 a block that offers just what must be chosen is warned of, not refused")
  void noChoice() {
    Verdict verdict =
        CatalogueComplete.judge(
            List.of(
                offer("ART", "КВ-3", true), offer("BIO", "КВ-4", true), offer("GEO", "КВ-4", true)),
            LINES,
            SECOND);
    assertThat(verdict.isAllowed()).isTrue();
    assertThat(verdict.warnings())
        .extracting(Refusal::code)
        .containsExactly("registration.catalogue.no-choice");
  }

  @Test
  @DisplayName("KED-3 an empty catalogue is not approved")
  void emptyCatalogue() {
    assertThat(CatalogueComplete.judge(List.of(), List.of(), SECOND).isAllowed()).isFalse();
  }

  @Test
  @DisplayName("KED-4 an approval names its decision")
  void approvalNamesItsDecision() {
    assertThat(CatalogueComplete.approval("УМС № 4 от 12.04.2026").isAllowed()).isTrue();
    assertThat(CatalogueComplete.approval(" ").isAllowed()).isFalse();
    assertThat(CatalogueComplete.approval(null).refusals())
        .extracting(Refusal::field)
        .containsExactly("decision");
  }

  @ParameterizedTest
  @EnumSource(CatalogueStatus.class)
  @DisplayName("KED-4 only what is approved is published")
  void onlyWhatIsApprovedIsPublished(CatalogueStatus status) {
    assertThat(CatalogueComplete.publication(status).isAllowed())
        .isEqualTo(status == CatalogueStatus.APPROVED);
  }

  @ParameterizedTest
  @EnumSource(CatalogueStatus.class)
  @DisplayName("KED-2 what is approved and not published is opened for changes with a reason")
  void openedAgain(CatalogueStatus status) {
    assertThat(CatalogueComplete.reopens(status, "a teacher has left").isAllowed())
        .isEqualTo(status == CatalogueStatus.APPROVED);
    assertThat(CatalogueComplete.reopens(status, " ").refusals())
        .containsExactly(Refusal.of("field.required", "KED-2").at("reason"));
  }
}
