package kz.miras.registrar.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SignaturesTest {

  private static final DocumentSignatory HEAD =
      new DocumentSignatory(1, Set.of(Role.RECTOR, Role.PRES), "head");
  private static final DocumentSignatory REGISTRAR =
      new DocumentSignatory(2, Set.of(Role.DIR, Role.DEP), "registrar");

  private static Signatures signed(Map<Integer, String> by) {
    return new Signatures(List.of(HEAD, REGISTRAR), "clerk", by);
  }

  private static List<String> refused(Signatures signatures, String login, Role... roles) {
    return signatures.verdict(login, Set.of(roles)).refusals().stream().map(Refusal::rule).toList();
  }

  @Test
  @DisplayName("DOC-11 each signs at the place of a role of theirs, in any order")
  void placesByRole() {
    assertThat(signed(Map.of()).place("dir", Set.of(Role.DIR))).contains(REGISTRAR);
    assertThat(signed(Map.of()).place("head", Set.of(Role.RECTOR))).contains(HEAD);
    assertThat(signed(Map.of(2, "dir")).place("head", Set.of(Role.PRES))).contains(HEAD);
    assertThat(refused(signed(Map.of(2, "dir")), "dep", Role.DEP))
        .as("the place of the office is signed already")
        .containsExactly("DOC-11");
    assertThat(refused(signed(Map.of()), "dean", Role.DEAN)).containsExactly("DOC-11");
  }

  @Test
  @DisplayName("SOD-4 who prepared it signs at no place, whatever roles they hold")
  void notThePreparer() {
    assertThat(refused(signed(Map.of()), "clerk", Role.DIR, Role.RECTOR)).containsExactly("SOD-4");
    assertThat(signed(Map.of()).place("clerk", Set.of(Role.DIR))).isEmpty();
  }

  @Test
  @DisplayName("DOC-11 nobody signs two places of one document")
  void nobodyTwice() {
    assertThat(refused(signed(Map.of(2, "chief")), "chief", Role.DIR, Role.RECTOR))
        .containsExactly("DOC-11");
  }

  @Test
  @DisplayName("DOC-11 it is complete when no place is free")
  void complete() {
    assertThat(signed(Map.of()).isCompleteWith(HEAD)).isFalse();
    assertThat(signed(Map.of(1, "head")).isCompleteWith(REGISTRAR)).isTrue();
    assertThat(signed(Map.of(2, "dir")).isCompleteWith(HEAD)).isTrue();
  }

  @Test
  @DisplayName("DOC-11 of two places somebody can sign, it is the one fewer others can")
  void leavesTheOtherPlaceToOthers() {
    DocumentSignatory wide = new DocumentSignatory(1, Set.of(Role.VR, Role.DIR), "head");
    DocumentSignatory narrow = new DocumentSignatory(2, Set.of(Role.DIR), "registrar");
    Signatures both = new Signatures(List.of(wide, narrow), "clerk", Map.of());
    assertThat(both.place("dir", Set.of(Role.DIR))).contains(narrow);
    assertThat(both.place("vice", Set.of(Role.VR))).contains(wide);
  }

  @Test
  @DisplayName("DOC-56 many are signed where something is chosen that still waits for a signature")
  void chosen() {
    assertThat(Signatures.chosen(0, 0).refusals())
        .extracting(Refusal::code)
        .containsExactly("transcript.queue.choose");
    assertThat(Signatures.chosen(3, 0).refusals())
        .extracting(Refusal::code)
        .containsExactly("transcript.queue.gone");
    assertThat(Signatures.chosen(3, 1).isAllowed()).isTrue();
  }
}
