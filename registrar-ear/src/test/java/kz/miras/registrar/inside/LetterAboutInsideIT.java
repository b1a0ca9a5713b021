package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import kz.miras.registrar.correspondence.ConfirmedFact;
import kz.miras.registrar.correspondence.LetterKind;
import kz.miras.registrar.correspondence.service.ConfirmationDesk;
import kz.miras.registrar.correspondence.service.LetterReceipt;
import kz.miras.registrar.correspondence.service.LetterView;
import kz.miras.registrar.shared.Language;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What letters are about and what they tell, in the container. */
@InsideTest
class LetterAboutInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(LetterAboutInsideIT.class, LetterScene.class);
  }

  @Test
  @DisplayName(
      "LTR-10 whether somebody studied is answered from the record: only what was asked, on a ground"
          + " that stands on the letter")
  void confirmed() throws Exception {
    String anna = Scene.holding("SPE");
    LetterReceipt letter =
        LetterScene.registered(
            anna, LetterScene.fileCase(213), LetterScene.facts("Mr X", LetterKind.REQUEST));
    String number = Scene.student(95);
    ConfirmationDesk desk = Inside.bean(ConfirmationDesk.class);
    assertThat(Inside.refused(anna, () -> desk.reply(letter.id(), wanted(number, "", Set.of()))))
        .containsExactly("correspondence.basis-needed", "correspondence.nothing-asked");
    assertThat(
            Inside.refused(
                anna,
                () ->
                    desk.reply(
                        letter.id(), wanted("nobody", "consent", Set.of(ConfirmedFact.STUDIES)))))
        .containsExactly("correspondence.nobody-found");
    String draft =
        Inside.as(
            anna,
            () ->
                desk.reply(
                    letter.id(),
                    wanted(number, "consent of 01.02.2026", Set.of(ConfirmedFact.STUDIES))));
    LetterView view = LetterScene.seen(anna, draft);
    String name = Scene.text("SELECT last_name FROM student WHERE student_no = ?", number);
    assertThat(view.facts().body()).contains(name).contains("обучается").contains("01.02.2026");
    assertThat(view.facts().body())
        .as("no more than was asked")
        .doesNotContain("диплом")
        .doesNotContain("программа");
    assertThat(view.basis()).isEqualTo("consent of 01.02.2026");
    assertThat(view.student().number()).isEqualTo(number);
  }

  private static ConfirmationDesk.Wanted wanted(
      String about, String basis, Set<ConfirmedFact> asked) {
    return new ConfirmationDesk.Wanted(about, asked, basis, Language.RU);
  }
}
