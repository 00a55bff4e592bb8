/* The duties of TopHalf's receiver, in C: events come in batches, are counted by vector when they are over, handled or spurious, and
   after each of them another thread may have stopped the binding. */
#ifndef RECEIVER_H
#define RECEIVER_H

#include "event.h"
#include <string.h>

enum { BATCH = 16, VECTORS = 2048 };

typedef struct {
    int64_t handled, spurious, coalesced; /* written by one thread, read by others at any time */
} counters;

typedef struct {
    const event *events;
    int64_t left;
    event batch[BATCH];
    int next, count;
    bool spurious;
    bool stopping;
    int32_t slots[VECTORS];
    counters counters[VECTORS];
} receiver;

#define READ(x) __atomic_load_n(&(x), __ATOMIC_ACQUIRE)
#define ADD(x, n) __atomic_store_n(&(x), (x) + (n), __ATOMIC_RELEASE)

static inline void count_current(receiver *r) {
    if (r->next == 0)
        return;
    const event *ended = &r->batch[r->next - 1];
    counters *c = &r->counters[r->slots[ended->vector]];
    ADD(c->coalesced, ended->signals - 1);
    if (r->spurious) {
        r->spurious = false;
        ADD(c->spurious, 1);
    } else {
        ADD(c->handled, 1);
    }
}

__attribute__((noinline)) static const event *refill(receiver *r) {
    count_current(r);
    r->count = r->left < BATCH ? (int)r->left : BATCH;
    r->next = 0;
    if (r->count == 0 || READ(r->stopping))
        return NULL;
    memcpy(r->batch, r->events, (size_t)r->count * sizeof *r->events);
    r->events += r->count;
    r->left -= r->count;
    r->next = 1;
    return &r->batch[0];
}

/* The next event, in place; NULL at the end. */
static inline const event *next(receiver *r) {
    if (r->next < r->count && !READ(r->stopping)) {
        count_current(r);
        return &r->batch[r->next++];
    }
    return refill(r);
}

/* One for the process: a benchmark runs on one thread. */
static receiver the_receiver;

static inline receiver *begin(const event *events, int64_t length) {
    receiver *r = &the_receiver;
    r->events = events;
    r->left = length;
    r->next = r->count = 0;
    for (int i = 0; i < VECTORS; i++)
        r->slots[i] = i;
    return r;
}

#endif
