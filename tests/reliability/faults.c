/* Let the n-th call that changes the disk below one folder fail: write, pwrite, fsync, fdatasync, ftruncate, rename,
 * link, unlink, mkdir and open with O_CREAT. Loaded with LD_PRELOAD; faults.py arms it through ctypes. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static char folder[4096];
static long first, last, calls;
static int error_number;

/* Fail the calls number `from` to `to` (1 is the next one) with `error`; count only where `from` is 0. */
void faults_arm(const char *below, long from, long to, int error)
{
    snprintf(folder, sizeof folder, "%s", below);
    first = from, last = to, calls = 0, error_number = error;
}

/* Let everything through again; how many calls there were. */
long faults_disarm(void)
{
    folder[0] = 0;
    return calls;
}

static int fails(const char *path)
{
    if (!folder[0] || !path || strncmp(path, folder, strlen(folder)))
        return 0;
    calls++;
    if (calls < first || calls > last || !first)
        return 0;
    errno = error_number;
    return 1;
}

static int fails_at(int fd)
{
    char name[64], path[4096];
    ssize_t length;
    int kept = errno;
    if (!folder[0])
        return 0;
    snprintf(name, sizeof name, "/proc/self/fd/%d", fd);
    length = readlink(name, path, sizeof path - 1);
    errno = kept;
    if (length < 0)
        return 0;
    path[length] = 0;
    return fails(path);
}

#define REAL(name) __typeof__(&name) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

ssize_t write(int fd, const void *data, size_t size) { REAL(write); return fails_at(fd) ? -1 : real(fd, data, size); }
ssize_t pwrite(int fd, const void *data, size_t size, off_t at) { REAL(pwrite); return fails_at(fd) ? -1 : real(fd, data, size, at); }
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) { REAL(pwrite64); return fails_at(fd) ? -1 : real(fd, data, size, at); }
int fsync(int fd) { REAL(fsync); return fails_at(fd) ? -1 : real(fd); }
int fdatasync(int fd) { REAL(fdatasync); return fails_at(fd) ? -1 : real(fd); }
int ftruncate(int fd, off_t size) { REAL(ftruncate); return fails_at(fd) ? -1 : real(fd, size); }
int ftruncate64(int fd, off64_t size) { REAL(ftruncate64); return fails_at(fd) ? -1 : real(fd, size); }
int rename(const char *from, const char *to) { REAL(rename); return fails(from) ? -1 : real(from, to); }
int renameat(int a, const char *from, int b, const char *to) { REAL(renameat); return fails(from) ? -1 : real(a, from, b, to); }
int link(const char *from, const char *to) { REAL(link); return fails(from) ? -1 : real(from, to); }
int linkat(int a, const char *from, int b, const char *to, int flags) { REAL(linkat); return fails(from) ? -1 : real(a, from, b, to, flags); }
int unlink(const char *path) { REAL(unlink); return fails(path) ? -1 : real(path); }
int unlinkat(int a, const char *path, int flags) { REAL(unlinkat); return fails(path) ? -1 : real(a, path, flags); }
int mkdir(const char *path, mode_t mode) { REAL(mkdir); return fails(path) ? -1 : real(path, mode); }

#define OPENS(name) \
    int name(const char *path, int flags, ...) \
    { \
        REAL(name); \
        mode_t mode = 0; \
        if (flags & O_CREAT) { va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); } \
        if ((flags & O_CREAT) && fails(path)) return -1; \
        return real(path, flags, mode); \
    }
OPENS(open)
OPENS(open64)
