package kz.miras.registrar.attestation.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RatingAmendmentTest {

  private static final LocalDate TODAY = LocalDate.of(2220, 12, 10);
  private static final BasisDocument MEMO =
      new BasisDocument(BasisDocument.Type.MEMO, "15", TODAY, "93 read as 39");

  private static RatingAmendment asked() {
    return new RatingAmendment(5, MEMO, "office", Instant.EPOCH);
  }

  private static List<String> codes(BasisDocument basis, SheetStatus journal, int changes) {
    return codes(RatingAmendment.judge(basis, journal, changes, TODAY));
  }

  @Test
  @DisplayName("RAT-8 a closed journal changes on a whole document, and where something changes")
  void judged() {
    assertThat(codes(MEMO, SheetStatus.CLOSED, 1)).isEmpty();
    assertThat(codes(MEMO, SheetStatus.AMENDED, 3)).isEmpty();
    assertThat(codes(MEMO, SheetStatus.OPEN, 1)).containsExactly("attestation.rating.amend.open");
    assertThat(codes(MEMO, SheetStatus.SUBMITTED, 1))
        .containsExactly("attestation.rating.amend.open");
    assertThat(codes(MEMO, SheetStatus.CLOSED, 0))
        .containsExactly("attestation.rating.amend.nothing");
    assertThat(codes(new BasisDocument(null, "", null, ""), SheetStatus.CLOSED, 1))
        .containsExactly("attestation.basis.needed", "attestation.basis.reason");
  }

  @Test
  @DisplayName("RAT-8 whoever asked does not decide, and a decision stands")
  void byAnother() {
    RatingAmendment own = asked();
    assertThatThrownBy(() -> own.approve(2, null, "office", Instant.EPOCH))
        .isInstanceOf(RegistrarException.Refused.class);
    assertThat(own.getStatus()).isEqualTo(RatingAmendment.Status.REQUESTED);

    own.approve(2, " seen ", "director", Instant.EPOCH);
    assertThat(own.getVersionNo()).isEqualTo(2);
    assertThat(own.getNote()).isEqualTo("seen");
    assertThatThrownBy(() -> own.reject(null, "deputy", Instant.EPOCH))
        .isInstanceOf(RegistrarException.Refused.class);

    RatingAmendment other = asked();
    other.reject(null, "director", Instant.EPOCH);
    assertThat(other.getVersionNo()).isNull();
  }

  @Test
  @DisplayName("RAT-8 whoever asked takes it back before it is decided, and nobody else")
  void takenBack() {
    RatingAmendment asked = asked();
    assertThat(codes(asked.judgeWithdrawal("teacher")))
        .containsExactly("attestation.rating.amend.not-asked");
    assertThatThrownBy(() -> asked.withdraw("teacher", Instant.EPOCH))
        .isInstanceOf(RegistrarException.Refused.class);
    assertThat(asked.getStatus()).isEqualTo(RatingAmendment.Status.REQUESTED);

    asked.withdraw("office", Instant.EPOCH);
    assertThat(asked.getStatus()).isEqualTo(RatingAmendment.Status.WITHDRAWN);
    assertThat(asked.getWithdrawnAt()).isEqualTo(Instant.EPOCH);
    assertThat(codes(asked.judgeDecision("director")))
        .containsExactly("attestation.rating.amend.withdrawn");
    assertThat(codes(asked.judgeWithdrawal("office")))
        .as("once")
        .containsExactly("attestation.rating.amend.withdrawn");

    RatingAmendment decided = asked();
    decided.reject(null, "director", Instant.EPOCH);
    assertThat(codes(decided.judgeWithdrawal("office")))
        .containsExactly("attestation.rating.amend.decided");
  }

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  @Test
  @DisplayName("RAT-8 39 that was 93 lifts the rating of the period over the threshold")
  void lifts() {
    RatingFormula formula = RatingFormula.of(RuleSet.defaults(Level.BACHELOR, TODAY));
    SheetRow row =
        new SheetRow(new Sheet("A-1-R", SheetKind.RATING, 1, 2, 3L, "R"), 7, 8L, 1, null);
    RatingLine line = new RatingLine(row, List.of(), null);
    line.store(new RatingCell(1, "w1", "57", ""), "teacher");
    line.store(new RatingCell(1, "rk", "39", ""), "teacher");
    List<RatingCell> wanted = List.of(new RatingCell(1, "rk", "93", "39"));

    assertThat(formula.rating(line.scores()).orElseThrow()).isEqualByComparingTo("48");
    assertThat(formula.rating(line.with(wanted)).orElseThrow()).isEqualByComparingTo("75");
    assertThat(line.scores().control()).as("nothing is typed by looking").isEqualTo(39);
    assertThat(formula.rating(line.with(List.of(new RatingCell(1, "w1", "", "57"))))).isEmpty();
    assertThat(
            line.with(
                    List.of(new RatingCell(1, "w2", "80", ""), new RatingCell(1, "rk", "AB", "39")))
                .weeks())
        .containsValue(new BigDecimal("80.00"));
  }
}
