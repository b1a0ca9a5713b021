package kz.miras.registrar.achievement.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import kz.miras.registrar.registration.service.payment.OwedRetakes;

/** PAY-8. Paid retakes whose right expired or had nothing left to retake. */
@ApplicationScoped
public class GivenUpRetakes implements OwedRetakes {

  /** Of a right {@code f}: nobody sits by it any more. */
  static final String OVER = "f.status IN ('EXPIRED', 'ENDED')";

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  @Override
  public boolean isGivenUp(long student, long term, long discipline) {
    Number over =
        (Number)
            entities
                .createNativeQuery(
                    "SELECT COUNT(*) FROM fx_right f WHERE f.student_id = ? AND f.term_id = ? AND"
                        + " f.discipline_id = ? AND "
                        + OVER)
                .setParameter(1, student)
                .setParameter(2, term)
                .setParameter(3, discipline)
                .getSingleResult();
    return over.intValue() > 0;
  }
}
