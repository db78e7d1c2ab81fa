#pragma once
// The newer API (EVP) loads providers and reads a configuration file at its first use, which costs more
// than all the hashing of a run; the plain one is a handful of functions that link statically.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
