package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.ejb.EJBAccessException;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.correspondence.ConfirmedFact;
import kz.miras.registrar.correspondence.LetterAct;
import kz.miras.registrar.correspondence.LetterChannel;
import kz.miras.registrar.correspondence.LetterKind;
import kz.miras.registrar.correspondence.LetterLinkKind;
import kz.miras.registrar.correspondence.service.ConfirmationDesk;
import kz.miras.registrar.correspondence.service.LetterDesk;
import kz.miras.registrar.correspondence.service.LetterLinkDesk;
import kz.miras.registrar.correspondence.service.LetterReceipt;
import kz.miras.registrar.correspondence.service.LetterSearch;
import kz.miras.registrar.correspondence.service.LetterView;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
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
    for (String about : List.of(draft, letter.id())) {
      assertThat(LetterScene.seen(anna, about).links())
          .as("letter and reply are about the student")
          .extracting(LetterView.Linked::kind, LetterView.Linked::label)
          .containsExactly(tuple(LetterLinkKind.STUDENT, number));
    }
  }

  private static ConfirmationDesk.Wanted wanted(
      String about, String basis, Set<ConfirmedFact> asked) {
    return new ConfirmationDesk.Wanted(about, asked, basis, Language.RU);
  }

  private static List<String> found(String login, String words) throws Exception {
    LetterSearch search = Inside.bean(LetterSearch.class);
    return Inside.as(
            login, () -> search.find(new LetterSearch.Wanted(words, null, null, null, null)))
        .stream()
        .map(LetterSearch.Found::id)
        .toList();
  }

  private static List<String> about(String login, LetterLinkKind kind, String id) throws Exception {
    LetterLinkDesk desk = Inside.bean(LetterLinkDesk.class);
    return Inside.as(login, () -> desk.about(kind, id)).stream()
        .map(LetterSearch.Found::id)
        .toList();
  }

  @Test
  @DisplayName(
      "LTR-14 a letter is about several students, documents and cases, and is found from each by"
          + " those who may read it")
  void links() throws Exception {
    String anna = Scene.holding("SPE");
    String one = Scene.student(96);
    String two = Scene.student(97);
    String fileCase = LetterScene.fileCase(241);
    LetterDesk letters = Inside.bean(LetterDesk.class);
    assertThat(
            Inside.refused(
                anna,
                () ->
                    letters.register(
                        fileCase,
                        LetterChannel.PAPER,
                        LetterScene.facts("About two", LetterKind.REQUEST),
                        one + ", nobody",
                        null,
                        List.of())))
        .containsExactly("correspondence.no-student");
    LetterReceipt letter =
        Inside.as(
            anna,
            () ->
                letters.register(
                    fileCase,
                    LetterChannel.PAPER,
                    LetterScene.facts("About two", LetterKind.REQUEST, null, true),
                    one + ", " + two,
                    null,
                    List.of()));
    LetterLinkDesk desk = Inside.bean(LetterLinkDesk.class);
    String document =
        Scene.text(
            "SELECT number FROM issued_document WHERE number IS NOT NULL ORDER BY id DESC LIMIT 1");
    String other = LetterScene.fileCase(242);
    String index =
        Scene.text("SELECT case_index FROM file_case WHERE CAST(uuid AS CHAR) = ?", other);
    Inside.act(anna, () -> desk.link(letter.id(), LetterLinkKind.DOCUMENT, document));
    Inside.act(anna, () -> desk.link(letter.id(), LetterLinkKind.FILE_CASE, index));
    assertThat(Inside.refused(anna, () -> desk.link(letter.id(), LetterLinkKind.FILE_CASE, index)))
        .containsExactly("correspondence.link.there");
    assertThat(
            Inside.refused(anna, () -> desk.link(letter.id(), LetterLinkKind.FILE_CASE, "999-9")))
        .containsExactly("correspondence.link.unknown");
    LetterView view = LetterScene.seen(anna, letter.id());
    assertThat(view.links())
        .extracting(LetterView.Linked::kind)
        .containsExactly(
            LetterLinkKind.STUDENT,
            LetterLinkKind.STUDENT,
            LetterLinkKind.FILE_CASE,
            LetterLinkKind.DOCUMENT);
    String student = Scene.text("SELECT CAST(uuid AS CHAR) FROM student WHERE student_no = ?", two);
    assertThat(about(anna, LetterLinkKind.STUDENT, student)).contains(letter.id());
    assertThat(about(anna, LetterLinkKind.FILE_CASE, index)).containsExactly(letter.id());
    assertThat(about(Scene.holding("SPE"), LetterLinkKind.STUDENT, student))
        .as("a restricted letter is others' no more than anywhere")
        .doesNotContain(letter.id());
    assertThat(found(anna, two)).contains(letter.id());
    assertThat(found(anna, index)).contains(letter.id());
    String stranger = Scene.holding("ADV");
    assertThatThrownBy(() -> about(stranger, LetterLinkKind.STUDENT, student))
        .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);

    String link =
        view.links().stream()
            .filter(linked -> linked.label().equals(two))
            .findFirst()
            .orElseThrow()
            .id();
    Inside.act(anna, () -> desk.unlink(letter.id(), link));
    assertThat(about(anna, LetterLinkKind.STUDENT, student)).doesNotContain(letter.id());
    assertThat(found(anna, two)).doesNotContain(letter.id());
    assertThat(LetterScene.seen(anna, letter.id()).events())
        .extracting(LetterView.Event::act)
        .endsWith(LetterAct.LINK, LetterAct.LINK, LetterAct.UNLINK);
  }
}
