/* The card's clockwork: raises events at absolute times, whether or not anybody has handled the last one.
   source EVENTFD REGISTERS LOG COUNT PERIOD_NS SPIN_NS CPU PRIORITY
   SPIN_NS: so long before each time it no longer sleeps. CPU: the only one it runs on, -1 for any. PRIORITY: of SCHED_FIFO, 0 for none. */
#define _GNU_SOURCE
#include "card.h"
#include <errno.h>
#include <sched.h>
#include <sys/prctl.h>
#include <unistd.h>

/* A card does not wait for the CPUs of its host; ordinary scheduling would make it, under load. */
static void become_hardware(int cpu, int priority) {
    struct sched_param parameter = {.sched_priority = priority};
    prctl(PR_SET_TIMERSLACK, 1, 0, 0, 0);
    if (priority > 0 && sched_setscheduler(0, SCHED_FIFO, &parameter) != 0)
        perror("source: SCHED_FIFO refused, its events will be late under load");
    if (cpu >= 0) {
        cpu_set_t set;
        CPU_ZERO(&set);
        CPU_SET(cpu, &set);
        if (sched_setaffinity(0, sizeof set, &set) != 0)
            perror("source: sched_setaffinity");
    }
}

static void wait_until(int64_t time, int64_t spin) {
    int64_t sleep_until = time - spin;
    struct timespec t = {sleep_until / 1000000000, sleep_until % 1000000000};
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &t, NULL) == EINTR)
        ;
    while (now() < time)
        ;
}

int main(int argc, char **argv) {
    if (argc != 9) {
        fprintf(stderr, "see source.c\n");
        return 2;
    }
    int bell = atoi(argv[1]);
    uint8_t *registers = map(atoi(argv[2]), REGISTERS_LENGTH);
    struct log *log = map(atoi(argv[3]), sizeof(struct log));
    int64_t count = atoll(argv[4]), period = atoll(argv[5]), spin = atoll(argv[6]);
    become_hardware(atoi(argv[7]), atoi(argv[8]));

    int64_t start = now() + 20000000;
    REGISTER64(registers, START) = start;
    for (int64_t i = 0; i < count; i++) {
        wait_until(start + i * period, spin);
        log->raised[i] = now();
        __atomic_store_n((uint32_t *)(registers + RAISED), (uint32_t)(i + 1), __ATOMIC_RELEASE);
        if (write(bell, &(uint64_t){1}, sizeof(uint64_t)) != sizeof(uint64_t)) {
            perror("source: write of the eventfd");
            return 1;
        }
    }
    return 0;
}
