/* The native top half's ring: filled by its own code, and emptied by C as the managed side empties it: bare, and with the duties of TopHalf's
   receiver, which looks whether it was stopped and notes at which event it is. */
#include <stdbool.h>
#include "top_half.c"

static struct {
    const struct record *current;
    bool stopping;
} receiver;

/* As many interrupts as the ring has room for, of all vectors in turn. */
void ring_fill(struct top_half *s)
{
    for (uint32_t slot = 0; has_room(s, 1); slot = slot + 1 == s->vector_count ? 0 : slot + 1) {
        put(s, slot, s->vectors[slot].handler, s->vectors[slot].index, 1, 1, 0);
        show(s);
    }
}

/* All that is there, in batches; what is summed up stands for the handler. */
static inline int64_t empty(struct top_half *s, bool has_duties)
{
    int64_t sum = 0;
    for (;;) {
        uint64_t count = LOAD(s->tail) - s->head;
        if (count == 0)
            return sum;
        uint64_t first = s->head & s->ring_mask;
        if (count > BATCH)
            count = BATCH;
        if (count > s->ring_mask + 1 - first)
            count = s->ring_mask + 1 - first;
        for (const struct record *record = &s->ring[first], *end = record + count; record != end; record++) {
            if (has_duties) {
                if (LOAD(receiver.stopping))
                    return sum;
                __atomic_store_n(&receiver.current, record, __ATOMIC_RELAXED);
            }
            __asm__ volatile("" : : "r"(record) : "memory"); /* a handler may do anything */
            sum += record->signals;
        }
        STORE(s->head, s->head + count);
    }
}

int64_t ring_empty_bare(struct top_half *s) { return empty(s, false); }
int64_t ring_empty_duty(struct top_half *s) { return empty(s, true); }
