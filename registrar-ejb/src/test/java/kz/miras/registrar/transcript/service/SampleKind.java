package kz.miras.registrar.transcript.service;

import java.util.List;
import java.util.Set;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.transcript.DocumentFamily;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentSignatory;
import kz.miras.registrar.transcript.IssueTerm;

/** Kinds of documents as the first rules describe them. */
final class SampleKind {

  private SampleKind() {}

  static DocumentKind transcript() {
    return new DocumentKind(
        DocumentKind.TRANSCRIPT,
        DocumentFamily.TRANSCRIPT,
        "TR",
        LocalizedText.of("транскрипт", "транскрипт", "transcript"),
        "transcript",
        new IssueTerm(IssueTerm.Unit.HOURS, 24),
        null,
        Set.of(),
        true,
        true,
        null,
        List.of(new DocumentSignatory(1, Set.of(Role.DIR), "registrar")),
        true);
  }
}
