#define _GNU_SOURCE
#include "system.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <unistd.h>

int system_open_at(int folder, const char *path, int flags, unsigned int mode) {
  return openat(folder, path, flags, (mode_t)mode);
}

int system_rename_at(int from_folder, const char *from, int to_folder, const char *to,
                     enum system_rename_manner manner) {
  switch (manner) {
  case system_rename_without_replacing:
    return renameat2(from_folder, from, to_folder, to, RENAME_NOREPLACE);
  case system_rename_exchanging:
    return renameat2(from_folder, from, to_folder, to, RENAME_EXCHANGE);
  case system_rename_replacing:
    break;
  }
  return renameat(from_folder, from, to_folder, to);
}

int system_sync_file_system(int descriptor) { return syncfs(descriptor); }

int system_try_lock(int descriptor) { return flock(descriptor, LOCK_EX | LOCK_NB); }
