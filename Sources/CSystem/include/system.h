// The door to calls of the operating system that Swift cannot reach: variadic ones and GNU extensions.
#pragma once

/// `openat`, which is variadic.
int system_open_at(int folder, const char *path, int flags, unsigned int mode);

/// How `system_rename_at` treats what is at the new name.
enum system_rename_manner {
  system_rename_replacing = 0,
  system_rename_without_replacing = 1,
  system_rename_exchanging = 2,
};

/// `renameat2`, a GNU extension.
int system_rename_at(int from_folder, const char *from, int to_folder, const char *to,
                     enum system_rename_manner manner);

/// `syncfs`, a GNU extension.
int system_sync_file_system(int descriptor);

/// `flock` with an exclusive lock, without waiting.
int system_try_lock(int descriptor);

/// The variables of the environment, each as `NAME=value`; ends with a null pointer.
char **system_environment(void);

/// Starts a program found on the path, with these three descriptors as its channels and the signals as they
/// are by default; gives 0 and its number, or the error.
int system_spawn(char *const arguments[], char *const environment[], const int channels[3], int *process);

/// `pipe2`, a GNU extension: the ends of a pipe, neither of which a started program inherits.
int system_pipe(int ends[2]);

/// `memfd_create`: a file without a name and without a disk, which programs that are started inherit.
int system_memory_file(const char *name);

/// Lets the signals that ask a process to end wait on this thread, or lets them through again.
void system_hold_interruptions(int holds);

/// Lets these signals change nothing from now on, those that are waiting among them.
void system_ignore_interruptions(void);

/// Whether one of these signals is waiting.
int system_is_interrupted(void);
