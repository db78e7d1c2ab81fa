#define _GNU_SOURCE
#include "system.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/mman.h>
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

char **system_environment(void) { return environ; }

int system_spawn(char *const arguments[], char *const environment[], const int channels[3], int *process) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  sigset_t defaults;
  int failure = posix_spawn_file_actions_init(&actions);
  if (failure) return failure;
  failure = posix_spawnattr_init(&attributes);
  if (failure) {
    posix_spawn_file_actions_destroy(&actions);
    return failure;
  }
  for (int number = 0; number < 3 && !failure; number++)
    failure = posix_spawn_file_actions_adddup2(&actions, channels[number], number);
  sigemptyset(&defaults);
  sigaddset(&defaults, SIGPIPE);
  if (!failure) failure = posix_spawnattr_setsigdefault(&attributes, &defaults);
  if (!failure) failure = posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  pid_t started = 0;
  if (!failure) failure = posix_spawnp(&started, arguments[0], &actions, &attributes, arguments, environment);
  *process = started;
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return failure;
}

int system_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

int system_memory_file(const char *name) { return memfd_create(name, 0); }

static void interruptions(sigset_t *set) {
  sigemptyset(set);
  sigaddset(set, SIGINT);
  sigaddset(set, SIGTERM);
  sigaddset(set, SIGHUP);
}

void system_hold_interruptions(int holds) {
  sigset_t set;
  interruptions(&set);
  pthread_sigmask(holds ? SIG_BLOCK : SIG_UNBLOCK, &set, NULL);
}

void system_ignore_interruptions(void) {
  signal(SIGINT, SIG_IGN);
  signal(SIGTERM, SIG_IGN);
  signal(SIGHUP, SIG_IGN);
}

int system_is_interrupted(void) {
  sigset_t pending;
  if (sigpending(&pending) != 0) return 0;
  return sigismember(&pending, SIGINT) == 1 || sigismember(&pending, SIGTERM) == 1 ||
         sigismember(&pending, SIGHUP) == 1;
}
