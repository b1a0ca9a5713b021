package kz.miras.registrar.transcript.diploma;

import java.io.Serializable;
import java.util.List;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.student.StudentStatus;

/**
 * What is looked at before a diploma is approved and handed out.
 *
 * @param draft null where nothing is entered yet
 * @param kazakhName whether the names are told as Kazakh spells them
 * @param earned credits earned, additional study left out
 * @param needed credits of the programme
 * @param owed disciplines failed or still to come, by name
 * @param attested whether a final attestation is passed
 */
public record DiplomaFacts(
    DiplomaDraft draft,
    Level level,
    StudentStatus status,
    boolean kazakhName,
    int earned,
    int needed,
    List<LocalizedText> owed,
    boolean attested)
    implements Serializable {

  public DiplomaFacts {
    owed = List.copyOf(owed);
  }
}
