package kz.miras.registrar.correspondence.service;

import java.io.Serializable;
import java.util.List;
import kz.miras.registrar.correspondence.LetterChannel;
import kz.miras.registrar.correspondence.LetterFacts;

/**
 * A letter as a program or a mailbox brings it.
 *
 * @param channel how it came; not paper, which somebody registers by hand
 * @param sender who sent it: an account of a program, or an e-mail address
 * @param messageId by which the sender knows it; the same one again is the same letter
 * @param bin БИН of the correspondent; null where it is not told
 * @param facts what its card says; the correspondent's key is found by БИН, address or name where
 *     it is null
 * @param student numbers of the students it is about; null for none, unknown ones are left out
 * @param replyTo index of the letter of the office it answers; null for none
 */
public record ReceivedLetter(
    LetterChannel channel,
    String sender,
    String messageId,
    String bin,
    LetterFacts facts,
    String student,
    String replyTo,
    List<ReceivedFile> files)
    implements Serializable {

  public ReceivedLetter {
    files = List.copyOf(files);
  }
}
