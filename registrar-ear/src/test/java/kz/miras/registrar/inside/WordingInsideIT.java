package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.correspondence.LetterKind;
import kz.miras.registrar.correspondence.service.LetterQueries;
import kz.miras.registrar.correspondence.service.LetterReceipt;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.transcript.service.edition.EditionDesk;
import kz.miras.registrar.transcript.service.edition.EditionPreview;
import kz.miras.registrar.transcript.service.edition.EditionSubject;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Wordings of replies as the office keeps them, in the container. */
@InsideTest
class WordingInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(WordingInsideIT.class, LetterScene.class);
  }

  private static List<String> offered(String login) throws Exception {
    LetterQueries queries = Inside.bean(LetterQueries.class);
    return Inside.as(login, queries::wordings).stream().map(LetterQueries.Wording::code).toList();
  }

  @Test
  @DisplayName(
      "LTR-15 a wording the office writes is seen on a letter, put in force by somebody else, and"
          + " begins replies from then on")
  void ownWording() throws Exception {
    String senior = Scene.holding("SEN");
    String director = Scene.holding("DIR");
    String anna = Scene.holding("SPE");
    EditionDesk desk = Inside.bean(EditionDesk.class);
    EditionSubject subject = EditionSubject.wording("INVITED_" + Scene.next("letter_seq"));
    long id = Inside.as(senior, () -> desk.draft(subject, 0, "a new wording"));
    assertThat(Inside.as(senior, () -> desk.propose(id)).refusals())
        .as("whole in three languages")
        .extracting(Refusal::field)
        .contains("name.kk", "body.ru", "body.en");
    Map<String, String> values = new HashMap<>(Inside.as(senior, () -> desk.values(id)));
    for (Language language : Language.values()) {
      values.put("name." + language.tag(), "Invitation");
      values.put("body." + language.tag(), "{addressee}: on {number} of {date}, “{subject}”.");
    }
    Inside.as(senior, () -> desk.change(id, values, "a new wording", Scene.today()));
    assertThat(Inside.as(senior, () -> desk.propose(id)).refusals()).isEmpty();
    assertThat(offered(anna)).contains("ENCLOSED", "NO_CONSENT").doesNotContain(subject.name());

    LetterReceipt letter =
        LetterScene.registered(
            anna, LetterScene.fileCase(251), LetterScene.facts("Visit", LetterKind.REQUEST));
    EditionPreview preview = Inside.bean(EditionPreview.class);
    assertThat(
            new String(
                Inside.as(director, () -> preview.document(id, letter.index(), Language.RU)),
                StandardCharsets.ISO_8859_1))
        .startsWith("%PDF");
    int read = Inside.as(director, () -> desk.edition(id)).version();
    assertThat(Inside.as(director, () -> desk.approve(id, read, "yes")).refusals()).isEmpty();
    assertThat(offered(anna)).contains(subject.name());
    LetterQueries queries = Inside.bean(LetterQueries.class);
    assertThat(Inside.as(anna, () -> queries.wording(letter.id(), subject.name(), Language.EN)))
        .isEqualTo("The plant of Visit: on 12-3/45 of 06.05.2020, “Visit”.");
    assertThat(Inside.as(anna, () -> queries.wording(letter.id(), "NO_SUCH", Language.EN)))
        .isNull();

    values.put("enabled", "false");
    long next = Inside.as(senior, () -> desk.draft(subject, 1, "not any more"));
    Inside.as(senior, () -> desk.change(next, values, "not any more", Scene.today()));
    Inside.as(senior, () -> desk.propose(next));
    int again = Inside.as(director, () -> desk.edition(next)).version();
    Inside.as(director, () -> desk.approve(next, again, null));
    assertThat(offered(anna)).as("given up").doesNotContain(subject.name());
  }
}
