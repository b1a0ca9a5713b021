/** Services for partners about letters, recognition and mobility. */
package kz.miras.registrar.correspondence.ws;
