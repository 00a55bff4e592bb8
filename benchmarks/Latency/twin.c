/* The C twin: what a C programmer writes for this card. A process of its own (main), or a library that a thread of the .NET
   process runs as native code, where no collection can stop it (twin_run).
   twin EVENTFD REGISTERS LOG COUNT MODE SPIN_NS PRIORITY */
#define _GNU_SOURCE
#include "card.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <unistd.h>

enum { BLOCK, SPIN, ADAPTIVE }; /* WaitKind of Variant.cs */

static int64_t take(int bell) {
    uint64_t signals;
    ssize_t result;
    do
        result = read(bell, &signals, sizeof signals);
    while (result < 0 && errno == EINTR);
    if (result == sizeof signals)
        return (int64_t)signals;
    if (errno == EAGAIN)
        return 0;
    perror("twin: read of the eventfd");
    exit(1);
}

/* Looks again and again; with a limit it sleeps in the kernel once that is over. */
static int64_t wait_for_signals(int bell, int mode, int64_t spin) {
    if (mode == BLOCK)
        return take(bell);
    int64_t limit = mode == ADAPTIVE ? now() + spin : INT64_MAX;
    for (;;) {
        int64_t signals = take(bell);
        if (signals > 0)
            return signals;
        if (mode == ADAPTIVE && now() >= limit) {
            struct pollfd item = {.fd = bell, .events = POLLIN};
            poll(&item, 1, -1);
        }
        PAUSE();
    }
}

/* Returns when the event of that number is handled. A priority above 0 is one of SCHED_FIFO, for the calling thread. */
void twin_run(int bell, int registers_fd, int log_fd, uint32_t count, int mode, int64_t spin, int priority) {
    struct sched_param parameter = {.sched_priority = priority};
    if (priority > 0 && sched_setscheduler(0, SCHED_FIFO, &parameter) != 0) {
        perror("twin: sched_setscheduler");
        exit(1);
    }
    uint8_t *registers = map(registers_fd, REGISTERS_LENGTH);
    struct log *log = map(log_fd, sizeof(struct log));
    int flags = fcntl(bell, F_GETFL);
    fcntl(bell, F_SETFL, mode == BLOCK ? flags & ~O_NONBLOCK : flags | O_NONBLOCK);

    REGISTER32(registers, READY) = 1;
    uint32_t handled = 0;
    while (handled < count) {
        wait_for_signals(bell, mode, spin);
        int64_t woken = now();
        uint32_t raised = REGISTER32(registers, RAISED);
        if (raised == 0)
            continue;
        REGISTER32(registers, ACKNOWLEDGED) = raised;
        int64_t acknowledged = now();
        if (raised != handled)
            REGISTER32(registers, WAKES) = REGISTER32(registers, WAKES) + 1;
        for (; handled < raised; handled++) {
            log->woken[handled] = woken;
            log->acknowledged[handled] = acknowledged;
            log->handled[handled] = now();
        }
        REGISTER32(registers, HANDLED) = handled;
    }
    munmap(registers, REGISTERS_LENGTH);
    munmap(log, sizeof(struct log));
}

int main(int argc, char **argv) {
    if (argc != 8) {
        fprintf(stderr, "see twin.c\n");
        return 2;
    }
    twin_run(atoi(argv[1]), atoi(argv[2]), atoi(argv[3]), (uint32_t)atoll(argv[4]), atoi(argv[5]), atoll(argv[6]),
        atoi(argv[7]));
    return 0;
}
