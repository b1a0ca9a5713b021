package kz.miras.registrar.registration.elective;

import static kz.miras.registrar.shared.Language.EN;
import static kz.miras.registrar.shared.Language.KK;
import static kz.miras.registrar.shared.Language.RU;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.miras.registrar.shared.Language;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the decisions about the demand for a discipline leave of its languages. */
class DemandRulingsTest {

  private static DemandRulings.Ruling merged(Language from, Language into) {
    return new DemandRulings.Ruling(1, from, DemandDecision.MERGED, into);
  }

  private static DemandRulings.Ruling decided(Language language, DemandDecision what) {
    return new DemandRulings.Ruling(1, language, what, null);
  }

  private static DemandRulings of(DemandRulings.Ruling... rulings) {
    return new DemandRulings(List.of(rulings));
  }

  @Test
  @DisplayName("DEM-3 a language that has joined another is chosen in that one, of this discipline")
  void joins() {
    DemandRulings rulings = of(merged(KK, RU));

    assertThat(rulings.joined(1, KK)).contains(RU);
    assertThat(rulings.joined(1, RU)).isEmpty();
    assertThat(rulings.joined(2, KK)).isEmpty();
    assertThat(rulings.instead(1, KK)).isEqualTo(RU);
    assertThat(rulings.instead(1, EN)).isEqualTo(EN);
    assertThat(rulings.refused(1)).isEmpty();
    assertThat(rulings.isRefused(1, KK)).isFalse();
  }

  @Test
  @DisplayName("DEM-3 who joined one that joins a third joins the third")
  void joinsOn() {
    DemandRulings rulings = of(merged(KK, RU), merged(RU, EN));

    assertThat(rulings.joined(1, KK)).contains(EN);
    assertThat(rulings.joined(1, RU)).contains(EN);
  }

  @Test
  @DisplayName("DEM-3 the later decision counts: joined the other way, or opened after all")
  void later() {
    DemandRulings back = of(merged(KK, RU), merged(RU, KK));
    assertThat(back.joined(1, KK)).isEmpty();
    assertThat(back.joined(1, RU)).contains(KK);

    DemandRulings opened = of(merged(KK, RU), decided(KK, DemandDecision.OPENED));
    assertThat(opened.joined(1, KK)).isEmpty();
  }

  @Test
  @DisplayName("DEM-2 where the language joined is refused too, so is the one that joined it")
  void refusedTogether() {
    DemandRulings rulings = of(merged(KK, RU), decided(RU, DemandDecision.REFUSED));

    assertThat(rulings.isRefused(1, KK)).isTrue();
    assertThat(rulings.joined(1, KK)).isEmpty();
    assertThat(rulings.refused(1)).containsExactly(KK, RU);
    assertThat(rulings.instead(1, KK)).isEqualTo(KK);
  }

  @Test
  @DisplayName("DEM-2 what was refused is taught again where another language joins it")
  void joinedAfterAll() {
    DemandRulings rulings = of(decided(RU, DemandDecision.REFUSED), merged(KK, RU));

    assertThat(rulings.isRefused(1, RU)).isFalse();
    assertThat(rulings.joined(1, KK)).contains(RU);
  }
}
