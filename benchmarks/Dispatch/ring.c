/* The native top half's ring: filled by its own code, and emptied by C as the managed side empties it. */
#include "top_half.c"

struct taken {
    uint64_t status;
    int64_t signals, time;
    uint32_t slot;
};

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
    struct taken batch[BATCH];
    for (;;) {
        uint64_t count = LOAD(s->tail) - s->head;
        if (count == 0)
            return sum;
        if (count > BATCH)
            count = BATCH;
        for (uint64_t i = 0; i < count; i++) {
            const struct record *record = &s->ring[(s->head + i) & s->ring_mask];
            batch[i] = (struct taken){record->status, record->signals, record->time, record->slot};
        }
        STORE(s->head, s->head + count);
        __asm__ volatile("" : : "r"(batch) : "memory");
        for (uint64_t i = 0; i < count; i++)
            sum += batch[i].signals;
    }
}
