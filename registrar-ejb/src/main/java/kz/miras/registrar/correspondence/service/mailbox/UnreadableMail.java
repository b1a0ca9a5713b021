package kz.miras.registrar.correspondence.service.mailbox;

/** A mail that cannot be read as one. */
final class UnreadableMail extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableMail(Throwable cause) {
    super(String.valueOf(cause.getMessage()), cause);
  }
}
