package kz.miras.registrar.access.service.partner.push;

import java.util.List;
import kz.miras.registrar.access.partner.PartnerFile;
import kz.miras.registrar.access.service.partner.PartnerOutbox.Item;

/**
 * A message whose turn it is.
 *
 * @param id key
 * @param partner key of the partner
 * @param login of its account, which is its id in messages
 * @param endpoint where it goes
 * @param attempts made so far, this one among them
 * @param toFetch whether files go with it that are not sent along: the partner is told only
 * @param files that are sent along
 */
public record Parcel(
    long id,
    long partner,
    String login,
    String endpoint,
    int attempts,
    Item item,
    boolean toFetch,
    List<PartnerFile> files) {
  public Parcel {
    files = List.copyOf(files);
  }
}
