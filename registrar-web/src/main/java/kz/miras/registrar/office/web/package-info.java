/** Lists, forms, imports, search and the first page. */
package kz.miras.registrar.office.web;
