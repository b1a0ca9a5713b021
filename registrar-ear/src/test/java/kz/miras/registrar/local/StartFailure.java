package kz.miras.registrar.local;

/**
 * The local server cannot start; the message names cause and remedy for the person at the console.
 */
public final class StartFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StartFailure(String causeAndRemedy) {
    super(causeAndRemedy);
  }
}
