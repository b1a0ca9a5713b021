package kz.miras.registrar.registration.service.payment;

/** PAY-8. Whether an FX retake that was paid did not come about; the rights of retakes answer. */
public interface OwedRetakes {

  /**
   * Whether nobody will sit it.
   *
   * @param student key
   * @param term key
   * @param discipline key
   */
  boolean isGivenUp(long student, long term, long discipline);
}
