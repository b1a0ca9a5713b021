/** What the university has for partners, delivered to the addresses their terms name. */
package kz.miras.registrar.access.service.partner.push;
