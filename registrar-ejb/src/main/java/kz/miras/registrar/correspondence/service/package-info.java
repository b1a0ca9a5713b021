/** Correspondence: file cases, registers, resolutions, drafts, enquiries and what is late. */
package kz.miras.registrar.correspondence.service;
