package kz.miras.registrar.access.partner;

import java.io.Serializable;

/**
 * A partner as the border knows it while one call lasts.
 *
 * @param id key
 * @param login of the account its messages sign in with
 * @param terms in force; null where none are
 */
public record RegisteredPartner(long id, String login, PartnerState state, PartnerTerms terms)
    implements Serializable {}
