/* The duties of TopHalf's receiver, in C: events come in batches, each is counted by vector when its handler has returned, handled or
   spurious, and before each of them another thread may have stopped the binding. */
#ifndef RECEIVER_H
#define RECEIVER_H

#include "event.h"

enum { BATCH = 16, VECTORS = 2048 };

typedef struct {
    int64_t handled, spurious, coalesced; /* written by one thread, read by others at any time */
} counters;

typedef struct {
    const event *events; /* of the batch */
    int64_t count, left;
    int current; /* for whoever looks at a handler that does not return */
    bool stopping;
    counters counters[VECTORS];
} receiver;

#define READ(x) __atomic_load_n(&(x), __ATOMIC_ACQUIRE)
#define ADD(x, n) __atomic_store_n(&(x), (x) + (n), __ATOMIC_RELEASE)

/* The next batch; false at the end. Not inlined: a real one is a system call. */
__attribute__((noinline)) static bool wait_for_events(receiver *r) {
    r->current = -1;
    r->events += r->count;
    r->count = r->left < BATCH ? r->left : BATCH;
    r->left -= r->count;
    return r->count > 0 && !READ(r->stopping);
}

static inline bool begin_event(receiver *r, int64_t i) {
    __atomic_store_n(&r->current, (int)i, __ATOMIC_RELAXED);
    return !READ(r->stopping);
}

static inline void count_handled(receiver *r, const event *e) {
    counters *c = &r->counters[e->vector];
    ADD(c->coalesced, e->signals - 1);
    ADD(c->handled, 1);
}

__attribute__((noinline, unused)) static void count_spurious(receiver *r, const event *e) {
    counters *c = &r->counters[e->vector];
    ADD(c->coalesced, e->signals - 1);
    ADD(c->spurious, 1);
}

/* Runs what is between the parentheses for each event e. */
#define FOR_EACH_EVENT(r, e) \
    while (wait_for_events(r)) \
        for (const event *first = (r)->events, *e = first; e != first + (r)->count && begin_event(r, e - first); e++)

/* One for the process: a benchmark runs on one thread. */
static receiver the_receiver;

static inline receiver *begin(const event *events, int64_t length) {
    receiver *r = &the_receiver;
    r->events = events;
    r->count = 0;
    r->left = length;
    return r;
}

#endif
