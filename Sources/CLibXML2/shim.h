// The door to libxml2: what Swift cannot import as it is (types that changed between versions, fields behind
// macros) behind functions that it can.
#ifndef CLIBXML2_SHIM_H
#define CLIBXML2_SHIM_H

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <limits.h>
#include <stdbool.h>

#if LIBXML_VERSION >= 21200
typedef const xmlError *clx_error;
#else
typedef xmlErrorPtr clx_error;
#endif

/// Receives one finding of the parser: how bad it is (an xmlErrorLevel), the offset of the byte
/// that the parser had reached, and what it says, which may be NULL.
typedef void (*clx_report)(void *context, int level, long offset, const char *message);

/// What a parser carries while it runs.
typedef struct {
  void *context;
  clx_report report;
  bool met_doctype;
} clx_receiver;

static inline void clx_parser_error(void *parser, clx_error error) {
  xmlParserCtxtPtr ctxt = (xmlParserCtxtPtr)parser;
  clx_receiver *receiver = (clx_receiver *)ctxt->_private;
  if (receiver == NULL || receiver->met_doctype || error == NULL) return;
  receiver->report(receiver->context, error->level, xmlByteConsumed(ctxt), error->message);
}

/// Takes the place of what would make a DTD, so that no declaration in it is ever read.
static inline void clx_refuse_doctype(void *parser, const xmlChar *name, const xmlChar *public_id,
                                      const xmlChar *system_id) {
  xmlParserCtxtPtr ctxt = (xmlParserCtxtPtr)parser;
  clx_receiver *receiver = (clx_receiver *)ctxt->_private;
  (void)name, (void)public_id, (void)system_id;
  if (receiver != NULL && !receiver->met_doctype) {
    receiver->met_doctype = true;
    receiver->report(receiver->context, XML_ERR_FATAL, xmlByteConsumed(ctxt), NULL);
  }
  xmlStopParser(ctxt);
}

static inline void clx_take_comment(void *parser, const xmlChar *text) { (void)parser, (void)text; }

/// Makes the parser call nothing for what a document holds, so that it makes no nodes. Without somebody to take
/// comments, it words its findings in them otherwise.
static inline void clx_keep_no_nodes(xmlSAXHandlerPtr sax) {
  sax->startElementNs = NULL, sax->endElementNs = NULL;
  sax->characters = NULL, sax->ignorableWhitespace = NULL, sax->cdataBlock = NULL;
  sax->comment = clx_take_comment, sax->processingInstruction = NULL, sax->reference = NULL;
}

/// Parses a document without network, DTD, entities or output of its own; NULL if it is refused.
static inline xmlDocPtr clx_parse(const unsigned char *bytes, long count, bool keeps_nodes, void *context,
                                  clx_report report) {
  if (count > INT_MAX) return NULL;
  xmlParserCtxtPtr ctxt = xmlNewParserCtxt();
  if (ctxt == NULL) return NULL;
  clx_receiver receiver = {context, report, false};
  ctxt->_private = &receiver;
  ctxt->sax->serror = clx_parser_error;
  ctxt->sax->internalSubset = clx_refuse_doctype;
  if (!keeps_nodes) clx_keep_no_nodes(ctxt->sax);
  int options = XML_PARSE_NONET | XML_PARSE_NOCDATA;
  xmlDocPtr document = xmlCtxtReadMemory(ctxt, (const char *)bytes, (int)count, NULL, NULL, options);
  if (document != NULL && (receiver.met_doctype || !ctxt->nsWellFormed)) {
    xmlFreeDoc(document);
    document = NULL;
  }
  xmlFreeParserCtxt(ctxt);
  return document;
}

/// Loads nothing, whatever a document names.
static inline xmlParserInputPtr clx_load(const char *url, const char *id, xmlParserCtxtPtr ctxt) {
  (void)url, (void)id, (void)ctxt;
  return NULL;
}

/// Makes the library ready; nothing in the process loads a file or an address through it from then on.
static inline void clx_initialize(void) {
  xmlInitParser();
  xmlSetExternalEntityLoader(clx_load);
}

#endif
