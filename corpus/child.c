#define _GNU_SOURCE /* unshare, pipe2, wait4, nftw */
#include "corpus/child.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/utf8.h"

#define PATH_FIXED "/usr/local/bin:/usr/bin:/bin"
#define COMPLAINT 4096 /* bytes of standard error that are looked at */

typedef struct {
    const zw_child *child;
    zw_arena *arena;
    zw_err *err;
    char scratch[512];
    char *path;
    const char *env[5];
    int in, out[2], complaint[2];
    pid_t pid;
    int64_t deadline; /* milliseconds of the monotonic clock */
    zw_buf output;
    char said[COMPLAINT];
    size_t n_said;
    int status;
} run;

static int64_t now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* ---- before ---- */

static bool runs(const char *path)
{
    struct stat st;
    return path && access(path, X_OK) == 0 && stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

static const char *find_on_path(const char *name, zw_arena *arena)
{
    for (const char *at = PATH_FIXED, *end; *at; at = *end ? end + 1 : end) {
        end = strchr(at, ':');
        end = end ? end : at + strlen(at);
        const char *path = zw_arena_printf(arena, "%.*s/%s", (int)(end - at), at, name);
        if (runs(path))
            return path;
    }
    return NULL;
}

const char *zw_child_find(const char *name, zw_arena *arena)
{
    static const char *const beside[] = { "", "../", "../libexec/zhengwen/" };
    char self[4096];
    ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
    self[n > 0 ? n : 0] = '\0';
    char *slash = strrchr(self, '/');
    for (size_t i = 0; slash && i < sizeof beside / sizeof *beside; i++) {
        const char *path = zw_arena_printf(arena, "%.*s/%s%s", (int)(slash - self), self, beside[i],
                                           name);
        if (strncmp(name, "zhengwen", 8) == 0 && runs(path))
            return path;
    }
    const char *installed = zw_arena_printf(arena, "%s/%s", ZW_LIBEXEC, name);
    return runs(installed) ? installed : find_on_path(name, arena);
}

static zw_status fail(run *r, const char *what)
{
    return zw_err_set(r->err, ZW_E_IO, "%s: %s", what, strerror(errno));
}

/* The scratch folder with the file `input`, open for reading as r->in. */
static zw_status make_scratch(run *r)
{
    const char *tmp = getenv("TMPDIR");
    snprintf(r->scratch, sizeof r->scratch, "%s/zhengwen-XXXXXX", tmp && *tmp ? tmp : "/tmp");
    if (!mkdtemp(r->scratch)) {
        zw_status s = zw_err_set(r->err, ZW_E_IO, "'%s': %s", r->scratch, strerror(errno));
        r->scratch[0] = '\0';
        return s;
    }
    char *name = zw_arena_printf(r->arena, "%s/input", r->scratch);
    if (!name)
        return zw_err_nomem(r->err);
    int fd = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    size_t at = 0;
    while (fd >= 0 && at < r->child->input.n) {
        ssize_t n = write(fd, r->child->input.at + at, r->child->input.n - at);
        if (n < 0 && errno != EINTR)
            break;
        at += n > 0 ? (size_t)n : 0;
    }
    zw_status s = fd < 0 || at < r->child->input.n ? fail(r, name) : ZW_OK;
    if (fd >= 0)
        close(fd);
    r->in = s == ZW_OK ? open(name, O_RDONLY | O_CLOEXEC) : -1;
    return s == ZW_OK && r->in < 0 ? fail(r, name) : s;
}

static zw_status prepare(run *r)
{
    const char *name = r->child->argv[0];
    const char *path = strchr(name, '/') ? name : zw_child_find(name, r->arena);
    if (!runs(path))
        return zw_err_set(r->err, ZW_E_NOTFOUND, "not installed");
    zw_status s = make_scratch(r);
    if (s != ZW_OK)
        return s;
    r->path = zw_arena_strdup(r->arena, path);
    r->env[0] = "PATH=" PATH_FIXED;
    r->env[1] = "LC_ALL=C.UTF-8";
    r->env[2] = zw_arena_printf(r->arena, "HOME=%s", r->scratch);
    r->env[3] = zw_arena_printf(r->arena, "TMPDIR=%s", r->scratch);
    if (!r->path || !r->env[2] || !r->env[3])
        return zw_err_nomem(r->err);
    if (pipe2(r->out, O_CLOEXEC) != 0 || pipe2(r->complaint, O_CLOEXEC) != 0)
        return fail(r, "pipe");
    return ZW_OK;
}

/* ---- in the child: system calls only ---- */

static void limit(int what, rlim_t soft, rlim_t hard)
{
    struct rlimit old, new = { soft, hard };
    if (getrlimit(what, &old) == 0 && old.rlim_max < hard) {
        new.rlim_max = old.rlim_max;
        new.rlim_cur = soft < old.rlim_max ? soft : old.rlim_max;
    }
    if (setrlimit(what, &new) != 0)
        _exit(126);
}

static void set_limits(const zw_child_limits *l)
{
    /* The soft limit ends it with SIGXCPU, which tells why; the hard one is for who ignores it. */
    limit(RLIMIT_CPU, l->cpu_seconds, l->cpu_seconds + 1);
    limit(RLIMIT_FSIZE, (rlim_t)l->file_mb << 20, (rlim_t)l->file_mb << 20);
    limit(RLIMIT_CORE, 0, 0);
    limit(RLIMIT_NOFILE, 64, 64);
    limit(RLIMIT_NPROC, 0, 0);
    if (l->memory_mb)
        limit(RLIMIT_AS, (rlim_t)l->memory_mb << 20, (rlim_t)l->memory_mb << 20);
}

static void reset_signals(void)
{
    struct sigaction standard = { .sa_handler = SIG_DFL };
    sigset_t none;
    for (int i = 1; i < 32; i++)
        sigaction(i, &standard, NULL);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

static _Noreturn void become(const run *r, pid_t parent)
{
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    if (getppid() != parent)
        _exit(126);
    reset_signals();
    if (dup2(r->in, 0) < 0 || dup2(r->out[1], 1) < 0 || dup2(r->complaint[1], 2) < 0 ||
        chdir(r->scratch) != 0)
        _exit(126);
    if (syscall(SYS_close_range, 3u, ~0u, 0u) != 0) {
        for (int fd = 3; fd < 4096; fd++)
            close(fd);
    }
    /* Refused in some containers: then there is a network, and nothing in reach that uses it. */
    if (unshare(CLONE_NEWNET) != 0)
        unshare(CLONE_NEWUSER | CLONE_NEWNET);
    set_limits(&r->child->limits);
    execve(r->path, (char *const *)r->child->argv, (char *const *)r->env);
    _exit(errno == ENOENT ? 127 : 126);
}

/* ---- meanwhile ---- */

static void close_end(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

static zw_status start(run *r)
{
    pid_t parent = getpid();
    r->deadline = now_ms() + (int64_t)r->child->limits.wall_seconds * 1000;
    r->pid = fork();
    if (r->pid == 0)
        become(r, parent);
    if (r->pid < 0)
        return fail(r, "fork");
    setpgid(r->pid, r->pid); /* on both sides: whoever comes first */
    close_end(&r->out[1]);
    close_end(&r->complaint[1]);
    return ZW_OK;
}

static void take_output(run *r, const char *bytes, size_t n)
{
    zw_buf_add(&r->output, bytes, n);
}

static void take_complaint(run *r, const char *bytes, size_t n)
{
    size_t room = sizeof r->said - r->n_said;
    n = n < room ? n : room;
    memcpy(r->said + r->n_said, bytes, n);
    r->n_said += n;
}

/* What stands in a pipe; closes it at its end. */
static void take(run *r, int *fd, void (*to)(run *, const char *, size_t))
{
    char bytes[65536];
    ssize_t n = read(*fd, bytes, sizeof bytes);
    if (n > 0)
        to(r, bytes, (size_t)n);
    else if (n == 0 || (errno != EINTR && errno != EAGAIN))
        close_end(fd);
}

static zw_status too_long(run *r)
{
    return zw_err_set(r->err, ZW_E_LIMIT, "took more than %u s", r->child->limits.wall_seconds);
}

static zw_status listen_to(run *r)
{
    const zw_child_limits *l = &r->child->limits;
    while (r->out[0] >= 0 || r->complaint[0] >= 0) {
        int64_t left = r->deadline - now_ms();
        struct pollfd fds[2] = { { r->out[0], POLLIN, 0 }, { r->complaint[0], POLLIN, 0 } };
        if (left <= 0)
            return too_long(r);
        if (poll(fds, 2, (int)left) < 0 && errno != EINTR)
            return fail(r, "poll");
        if (r->out[0] >= 0 && fds[0].revents)
            take(r, &r->out[0], take_output);
        if (r->complaint[0] >= 0 && fds[1].revents)
            take(r, &r->complaint[0], take_complaint);
        if (r->output.n > l->output_mb << 20)
            return zw_err_set(r->err, ZW_E_LIMIT, "wrote more than %zu MB", l->output_mb);
        if (zw_buf_failed(&r->output))
            return zw_err_nomem(r->err);
    }
    return ZW_OK;
}

/* Waits for the end until the deadline: one that closes its output and goes on is ended too. */
static zw_status await(run *r)
{
    struct timespec pause = { 0, 100000 };
    for (;;) {
        pid_t ended = waitpid(r->pid, &r->status, WNOHANG);
        if (ended == r->pid)
            break;
        if (ended < 0 && errno != EINTR)
            return fail(r, "wait");
        if (now_ms() >= r->deadline)
            return too_long(r);
        nanosleep(&pause, NULL);
        if (pause.tv_nsec < 10000000)
            pause.tv_nsec *= 2;
    }
    kill(-r->pid, SIGKILL); /* whatever it left behind */
    r->pid = 0;
    return ZW_OK;
}

static void stop(run *r)
{
    if (r->pid <= 0)
        return;
    kill(-r->pid, SIGKILL);
    kill(r->pid, SIGKILL);
    while (waitpid(r->pid, &r->status, 0) < 0 && errno == EINTR)
        continue;
}

/* ---- after ---- */

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *where)
{
    (void)st;
    (void)kind;
    (void)where;
    remove(path);
    return 0;
}

/* The first line of the complaint that says something, fit to be shown. */
static zw_str complaint(run *r)
{
    size_t start = 0, end;
    while (start < r->n_said && (unsigned char)r->said[start] <= ' ')
        start++;
    for (end = start; end < r->n_said && r->said[end] != '\n' && end - start < 200; end++) {
        unsigned char c = (unsigned char)r->said[end];
        if (c < ' ' || c == 0x7F)
            r->said[end] = ' ';
    }
    zw_str line = { r->said + start, end - start };
    line.n = zw_utf8_bad(line);
    return zw_str_trim(line);
}

static bool ran_out_of_memory(const run *r)
{
    zw_str said = { r->said, r->n_said };
    static const char *const words[] = { "bad_alloc", "ut of memory", "emory exhausted",
                                         "cannot allocate" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (zw_str_find(said, zw_str_of(words[i]), 0) < said.n)
            return true;
    }
    return false;
}

static zw_status judge(run *r)
{
    const zw_child_limits *l = &r->child->limits;
    int sign = WIFSIGNALED(r->status) ? WTERMSIG(r->status) : 0;
    if (WIFEXITED(r->status) && WEXITSTATUS(r->status) == 0)
        return ZW_OK;
    if (ran_out_of_memory(r))
        return zw_err_set(r->err, ZW_E_LIMIT, "wanted more than %zu MB of memory", l->memory_mb);
    if (sign == SIGXCPU)
        return zw_err_set(r->err, ZW_E_LIMIT, "used more than %u s of processor time",
                          l->cpu_seconds);
    if (sign == SIGXFSZ)
        return zw_err_set(r->err, ZW_E_LIMIT, "wrote a file of more than %zu MB", l->file_mb);
    if (sign)
        return zw_err_set(r->err, ZW_E_FORMAT, "ended by signal %d", sign);
    zw_str said = complaint(r);
    if (!said.n)
        return zw_err_set(r->err, ZW_E_FORMAT, "failed with status %d", WEXITSTATUS(r->status));
    bool limit = WEXITSTATUS(r->status) == ZW_CHILD_LIMIT;
    return zw_err_set(r->err, limit ? ZW_E_LIMIT : ZW_E_FORMAT, "%.*s", (int)said.n, said.at);
}

zw_status zw_child_run(const zw_child *child, zw_arena *arena, zw_str *output, zw_err *err)
{
    run r = { .child = child,
              .arena = arena,
              .err = err,
              .in = -1,
              .out = { -1, -1 },
              .complaint = { -1, -1 } };
    zw_status s = prepare(&r);
    if (s == ZW_OK)
        s = start(&r);
    if (s == ZW_OK)
        s = listen_to(&r);
    if (s == ZW_OK)
        s = await(&r);
    if (s == ZW_OK)
        s = judge(&r);
    stop(&r);
    int *const ends[] = { &r.in, &r.out[0], &r.out[1], &r.complaint[0], &r.complaint[1] };
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        close_end(ends[i]);
    if (*r.scratch)
        nftw(r.scratch, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    if (s == ZW_OK) {
        output->at = zw_arena_str(arena, zw_buf_view(&r.output));
        output->n = r.output.n;
        s = output->at ? ZW_OK : zw_err_nomem(err);
    }
    zw_buf_free(&r.output);
    return s;
}
