package kz.miras.registrar.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.access.Actor;
import kz.miras.registrar.access.Grant;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who signs a document by a part in what it is about. */
class SubjectPeopleTest {

  private static final LocalDate TODAY = LocalDate.of(2184, 11, 3);
  private static final DocumentSignatory EXAMINER =
      new DocumentSignatory(1, Set.of(Role.TCH), "examiner", SubjectPart.EXAMINER);
  private static final DocumentSignatory REGISTRAR =
      new DocumentSignatory(2, Set.of(Role.DIR, Role.DEP), "registrar");
  private static final SubjectPeople SHEET =
      new SubjectPeople(
          Map.of(SubjectPart.EXAMINER, Set.of(7L), SubjectPart.TEACHER, Set.of(8L)),
          Map.of(SubjectPart.SECRETARY, Set.of("secretary")),
          50L);

  private static Actor actor(String login, Long teacher, Grant... grants) {
    return new Actor(1, login, null, teacher, List.of(grants), List.of());
  }

  private static Grant dean(long school) {
    return Grant.of(Role.DEAN, TODAY.minusYears(1), "order 1").over(school);
  }

  private static List<String> refused(String login, Set<Role> roles, Set<SubjectPart> parts) {
    return new Signatures(List.of(EXAMINER, REGISTRAR), "clerk", Map.of())
        .verdict(login, roles, parts).refusals().stream().map(Refusal::code).toList();
  }

  @Test
  @DisplayName("DOC-72 the examiner of this sheet signs its place, another examiner does not")
  void theExaminer() {
    Set<SubjectPart> hers = SHEET.parts(actor("hers", 7L), TODAY);
    assertThat(hers).containsExactly(SubjectPart.EXAMINER);
    Set<SubjectPart> anothers = SHEET.parts(actor("another", 9L), TODAY);
    assertThat(anothers).isEmpty();
    Signatures none = new Signatures(List.of(EXAMINER, REGISTRAR), "clerk", Map.of());
    assertThat(none.place("hers", Set.of(Role.TCH), hers)).contains(EXAMINER);
    assertThat(none.place("another", Set.of(Role.TCH), anothers)).isEmpty();
    assertThat(refused("another", Set.of(Role.TCH), anothers))
        .containsExactly("transcript.sign.part");
  }

  @Test
  @DisplayName("DOC-72 a part without the role of the place is not enough, nor the role of another")
  void partAndRole() {
    Set<SubjectPart> hers = SHEET.parts(actor("hers", 7L), TODAY);
    assertThat(refused("hers", Set.of(Role.ADV), hers)).containsExactly("transcript.sign.place");
    assertThat(refused("somebody", Set.of(Role.SPE), EnumSet.noneOf(SubjectPart.class)))
        .containsExactly("transcript.sign.place");
    Signatures none = new Signatures(List.of(EXAMINER, REGISTRAR), "clerk", Map.of());
    assertThat(none.place("director", Set.of(Role.DIR), Set.of())).contains(REGISTRAR);
  }

  @Test
  @DisplayName(
      "DOC-72 DOC-11 who has signed one place by a part signs no other, and who prepared none")
  void eachAnotherPerson() {
    Signatures once = new Signatures(List.of(EXAMINER, REGISTRAR), "clerk", Map.of(1, "hers"));
    Set<SubjectPart> all = EnumSet.allOf(SubjectPart.class);
    assertThat(once.verdict("hers", Set.of(Role.TCH, Role.DIR), all).isAllowed()).isFalse();
    assertThat(once.verdict("clerk", Set.of(Role.DIR), all).isAllowed()).isFalse();
    assertThat(once.place("director", Set.of(Role.DIR), Set.of())).contains(REGISTRAR);
  }

  @Test
  @DisplayName("DOC-72 a dean is that of the school of the subject, while appointed")
  void theDean() {
    assertThat(SHEET.parts(actor("dean", null, dean(50)), TODAY)).containsExactly(SubjectPart.DEAN);
    assertThat(SHEET.parts(actor("other", null, dean(51)), TODAY)).isEmpty();
    assertThat(SHEET.parts(actor("was", null, dean(50).until(TODAY.minusDays(1))), TODAY))
        .isEmpty();
    assertThat(
            new SubjectPeople(Map.of(), Map.of(), null).parts(actor("dean", null, dean(50)), TODAY))
        .isEmpty();
  }

  @Test
  @DisplayName("DOC-72 who is named by account is known by it")
  void byAccount() {
    assertThat(SHEET.parts(actor("secretary", null), TODAY)).containsExactly(SubjectPart.SECRETARY);
  }
}
