/** Keeps editions: templates, the catalogue of certificates and the details of the university. */
package kz.miras.registrar.transcript.service.edition;
