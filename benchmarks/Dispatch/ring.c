/* The native top half's ring: filled by its own code, and emptied by C as the managed side empties it. */
#include "top_half.c"

/* As many interrupts as the ring has room for, of all vectors in turn. */
void ring_fill(struct top_half *s)
{
    for (uint32_t slot = 0; has_room(s, 1); slot = slot + 1 == s->vector_count ? 0 : slot + 1) {
        put(s, slot, s->vectors[slot].handler, s->vectors[slot].index, 1, 1, 0);
        show(s);
    }
}

/* All that is there, in batches; what is summed up stands for the handler. */
int64_t ring_empty(struct top_half *s)
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
            __asm__ volatile("" : : "r"(record) : "memory"); /* a handler may do anything */
            sum += record->signals;
        }
        STORE(s->head, s->head + count);
    }
}
