package kz.miras.registrar.registration.service.payment;

/** Orders of prices were entered: what waited for a price can be asked for (PAY-1). */
public record PricesEntered() {}
