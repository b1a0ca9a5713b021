package kz.miras.registrar.achievement.service.recognition;

import kz.miras.registrar.achievement.recognition.PartnerTranscript;
import kz.miras.registrar.shared.RegistrarException;

/** Reads files by which universities tell results to each other. */
public interface PartnerTranscripts {

  /**
   * What a file says.
   *
   * @throws RegistrarException.Refused where it is no such file, or something in it cannot be read
   */
  PartnerTranscript read(byte[] file);
}
