package kz.miras.registrar.access.service.partner.push;

import kz.miras.registrar.access.service.partner.PartnerOutbox.Item;

/**
 * A message whose turn it is.
 *
 * @param id key
 * @param partner key of the partner
 * @param login of its account, which is its id in messages
 * @param endpoint where it goes
 * @param attempts made so far, this one among them
 */
public record Parcel(
    long id, long partner, String login, String endpoint, int attempts, Item item) {}
