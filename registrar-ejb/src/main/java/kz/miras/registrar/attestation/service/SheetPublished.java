package kz.miras.registrar.attestation.service;

import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetPart;

/** PUB-1. A part of a sheet has been published in this transaction. */
public record SheetPublished(Sheet sheet, SheetPart part) {}
