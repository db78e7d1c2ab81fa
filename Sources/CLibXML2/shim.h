// The door to libxml2: what Swift cannot import as it is (variadic handlers, the mutable global
// xmlFree, types that changed between versions) behind functions that it can.
#ifndef CLIBXML2_SHIM_H
#define CLIBXML2_SHIM_H

#include <libxml/c14n.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>
#include <limits.h>
#include <stdbool.h>
#include <string.h>

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

/// Parses a document without network, DTD, entities or output of its own; NULL if it is refused.
static inline xmlDocPtr clx_parse(const unsigned char *bytes, long count, void *context, clx_report report) {
  if (count > INT_MAX) return NULL;
  xmlParserCtxtPtr ctxt = xmlNewParserCtxt();
  if (ctxt == NULL) return NULL;
  clx_receiver receiver = {context, report, false};
  ctxt->_private = &receiver;
  ctxt->sax->serror = clx_parser_error;
  ctxt->sax->internalSubset = clx_refuse_doctype;
  int options = XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES;
  xmlDocPtr document = xmlCtxtReadMemory(ctxt, (const char *)bytes, (int)count, NULL, NULL, options);
  if (document != NULL && (receiver.met_doctype || !ctxt->nsWellFormed)) {
    xmlFreeDoc(document);
    document = NULL;
  }
  xmlFreeParserCtxt(ctxt);
  return document;
}

static inline void clx_ignore(void *context, clx_error error) { (void)context, (void)error; }

/// The canonical form without comments, to be released with clx_free; its length, or -1 without any.
/// This part of the library reports to its thread's handler only, which is put back afterwards.
static inline int clx_canonical(xmlDocPtr document, xmlChar **text) {
  xmlStructuredErrorFunc handler = xmlStructuredError;
  void *context = xmlStructuredErrorContext;
  xmlSetStructuredErrorFunc(NULL, clx_ignore);
  int length = xmlC14NDocDumpMemory(document, NULL, XML_C14N_1_0, NULL, 0, text);
  xmlSetStructuredErrorFunc(context, handler);
  return length;
}

static inline void clx_free(void *memory) { xmlFree(memory); }

/// A schema in memory under the location by which schemas refer to it.
typedef struct {
  const char *location;
  const unsigned char *bytes;
  long count;
} clx_schema;

/// Receives one finding about a schema or about a document under one: how bad it is, where (a
/// location, which may be NULL, and a line from 1, or 0), and what it says, which may be NULL.
typedef void (*clx_schema_report)(void *context, int level, const char *location, int line,
                                  const char *message);

typedef struct {
  void *context;
  clx_schema_report report;
} clx_schema_receiver;

static inline void clx_schema_error(void *data, clx_error error) {
  const clx_schema_receiver *receiver = (const clx_schema_receiver *)data;
  receiver->report(receiver->context, error->level, error->file, error->line, error->message);
}

typedef struct {
  const clx_schema *schemas;
  long count;
} clx_offer;

/// The schemas that the thread is reading, which are all that any parser on it may load.
static inline clx_offer *clx_offered(void) {
  static _Thread_local clx_offer offer;
  return &offer;
}

static inline xmlParserInputPtr clx_load(const char *url, const char *id, xmlParserCtxtPtr ctxt) {
  (void)id;
  const clx_offer *offer = clx_offered();
  for (long index = 0; url != NULL && index < offer->count; index++) {
    const clx_schema *schema = &offer->schemas[index];
    if (strcmp(schema->location, url) != 0) continue;
    xmlParserInputBufferPtr buffer = xmlParserInputBufferCreateMem(
        (const char *)schema->bytes, (int)schema->count, XML_CHAR_ENCODING_NONE);
    if (buffer == NULL) return NULL;
    xmlParserInputPtr input = xmlNewIOInputStream(ctxt, buffer, XML_CHAR_ENCODING_NONE);
    if (input == NULL) {
      xmlFreeParserInputBuffer(buffer);
      return NULL;
    }
    input->filename = (const char *)xmlStrdup((const xmlChar *)url);
    return input;
  }
  return NULL;
}

/// Makes the library ready; nothing in the process loads a file or an address through it from then
/// on. One source file of Swift calls this and clx_read_schemas, so that they share their state.
static inline void clx_initialize(void) {
  xmlInitParser();
  xmlSetExternalEntityLoader(clx_load);
}

/// Reads the first schema, and the others where it refers to them; NULL if anything is wrong.
static inline xmlSchemaPtr clx_read_schemas(const clx_schema *schemas, long count, void *context,
                                            clx_schema_report report) {
  for (long index = 0; index < count; index++) {
    if (schemas[index].count > INT_MAX) return NULL;
  }
  if (count == 0) return NULL;
  xmlSchemaInitTypes();
  xmlSchemaParserCtxtPtr ctxt = xmlSchemaNewParserCtxt(schemas[0].location);
  if (ctxt == NULL) return NULL;
  clx_schema_receiver receiver = {context, report};
  xmlSchemaSetParserStructuredErrors(ctxt, clx_schema_error, &receiver);
  *clx_offered() = (clx_offer){schemas, count};
  xmlSchemaPtr result = xmlSchemaParse(ctxt);
  *clx_offered() = (clx_offer){NULL, 0};
  xmlSchemaFreeParserCtxt(ctxt);
  return result;
}

/// Checks a document against schemas: 0 if it is valid, more if it is not, less if that failed.
static inline int clx_validate(xmlSchemaPtr schemas, xmlDocPtr document, void *context,
                               clx_schema_report report) {
  xmlSchemaValidCtxtPtr ctxt = xmlSchemaNewValidCtxt(schemas);
  if (ctxt == NULL) return -1;
  clx_schema_receiver receiver = {context, report};
  xmlSchemaSetValidStructuredErrors(ctxt, clx_schema_error, &receiver);
  int result = xmlSchemaValidateDoc(ctxt, document);
  xmlSchemaFreeValidCtxt(ctxt);
  return result;
}

#endif
