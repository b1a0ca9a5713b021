package kz.miras.registrar.registration.payment;

/**
 * A request to pay does not wait any more: paid, expired or withdrawn; told within the same
 * transaction.
 */
public record PaymentSettled(long requestId, PaymentStatus status) {}
