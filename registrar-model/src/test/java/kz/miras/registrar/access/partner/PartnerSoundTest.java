package kz.miras.registrar.access.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import kz.miras.registrar.access.partner.PartnerSound.Organisation;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PartnerSoundTest {

  private static final Organisation SOUND =
      new Organisation(
          "990140000126", "Серіктес", "Партнёр", "Partner", "Сәуле", "s@partner.example", null);

  private static List<String> fields(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::field).toList();
  }

  @Test
  @DisplayName("PRT-1 an organisation has names in three languages, a BIN that can be, a contact")
  void organisation() {
    assertThat(PartnerSound.organisation(SOUND).isAllowed()).isTrue();
    assertThat(
            PartnerSound.organisation(
                    new Organisation(null, "а", "б", "c", "д", "a@b.example", "+7 727 000 00 00"))
                .isAllowed())
        .as("one abroad has no BIN")
        .isTrue();
    assertThat(
            fields(
                PartnerSound.organisation(
                    new Organisation(
                        "990140000825", " ", null, "c", "", "nobody", "1".repeat(65)))))
        .containsExactly(
            "bin", "name_kk", "name_ru", "contact_name", "contact_email", "contact_phone");
  }

  @Test
  @DisplayName("PRT-1 it has an account of a partner, and nobody else has that")
  void account() {
    assertThat(PartnerSound.account(true, false).isAllowed()).isTrue();
    assertThat(PartnerSound.account(false, false).isAllowed()).isFalse();
    assertThat(PartnerSound.account(true, true).isAllowed()).isFalse();
  }

  @Test
  @DisplayName("PRT-1 a BIN is of one partner only")
  void bin() {
    assertThat(PartnerSound.bin(false).isAllowed()).isTrue();
    assertThat(fields(PartnerSound.bin(true))).containsExactly("bin");
  }

  @Test
  @DisplayName("PRT-11 it is suspended, and let in again, with a reason only")
  void reason() {
    assertThat(PartnerSound.reason("Договор расторгнут").isAllowed()).isTrue();
    assertThat(PartnerSound.reason(" ").isAllowed()).isFalse();
    assertThat(PartnerSound.reason(null).isAllowed()).isFalse();
    assertThat(PartnerSound.reason("x".repeat(501)).isAllowed()).isFalse();
  }

  @Test
  @DisplayName("PRT-7 terms name operations there are, ranges, codes and limits that can be")
  void terms() {
    Set<String> one = Set.of("verification.verifyDocument");
    assertThat(
            TermsSound.judge("№ 5", one, List.of("192.0.2.0/24"), Set.of("ADMISSION"), 60, 5000)
                .isAllowed())
        .isTrue();
    assertThat(
            fields(
                TermsSound.judge(
                    "", Set.of("transcript.drop"), List.of("x"), Set.of("lower"), 0, null)))
        .containsExactly("basis", "operations", "addresses", "purposes", "per_minute");
    assertThat(fields(TermsSound.judge("№ 5", one, List.of(), Set.of(), 60, 59)))
        .containsExactly("per_day");
    assertThat(fields(TermsSound.judge("№ 5", Set.of(), List.of(), Set.of(), 60, 60)))
        .containsExactly("operations");
    assertThat(PartnerOperations.all()).doesNotHaveDuplicates().allMatch(o -> o.contains("."));
  }

  @Test
  @DisplayName("PRT-8 nobody puts in force what they have proposed")
  void twoPairsOfEyes() {
    assertThat(TermsSound.decides("director", "deputy").isAllowed()).isTrue();
    assertThat(TermsSound.decides("deputy", "deputy").isAllowed()).isFalse();
  }
}
