/* The card: two BARs of shared memory. benchmarks/Drivers/CardLayout.cs says the same in C#.
   BAR 0, the registers. Each stands in a cache line of its own, and each has one writer, so that nothing is lost without a lock:
   "raised" counts events as a card's producer index does, and writing it back to "acknowledged" clears what was seen.
   BAR 2, the log: four arrays of nanoseconds of CLOCK_MONOTONIC, one entry an event. */
#ifndef CARD_H
#define CARD_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>

enum { RAISED = 0x000, ACKNOWLEDGED = 0x040, HANDLED = 0x080, WAKES = 0x0C0, START = 0x100, READY = 0x140, REGISTERS_LENGTH = 0x1000 };
enum { CAPACITY = 1 << 16 };

struct log {
    int64_t raised[CAPACITY];       /* by the card */
    int64_t woken[CAPACITY];        /* the wait returned */
    int64_t acknowledged[CAPACITY]; /* the card was told */
    int64_t handled[CAPACITY];      /* the handler is done with it */
};

#define REGISTER32(bar, offset) (*(volatile uint32_t *)((bar) + (offset)))
#define REGISTER64(bar, offset) (*(volatile int64_t *)((bar) + (offset)))

#if defined(__x86_64__)
#define PAUSE() __builtin_ia32_pause()
#else
#define PAUSE() __asm__ volatile("yield")
#endif

static inline int64_t now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}

/* Every page present, so that no page fault is measured. */
static inline void *map(int fd, size_t length) {
    void *address = mmap(NULL, length, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_POPULATE, fd, 0);
    if (address == MAP_FAILED) {
        perror("mmap");
        exit(1);
    }
    return address;
}

#endif
