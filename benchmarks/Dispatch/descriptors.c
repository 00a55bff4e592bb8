/* What the descriptors of DescriptorDrivers.cs do, by hand, over the same BAR: bare, and with the duties of TopHalf's receiver. */
#include "receiver.h"

enum { PENDING = 0x000, ACKNOWLEDGE = 0x040, MASK = 0x080, UNMASK = 0x0C0 };
#define REGISTER(offset) (*(volatile uint32_t *)(bar + (offset)))
#define CALL(status) do { interrupt irq = {0, 0, status, e->signals, e->timestamp}; on00000(&irq); } while (0)

/* A kind is what happens between two events; a bare loop and one with duties do differently what is "not_ours", and where all ones are read,
   which is what a card that is gone looks like. */
#define PLAIN(not_ours, all_ones) CALL(0);
#define PENDING_ONLY(not_ours, all_ones) \
    uint32_t status = REGISTER(PENDING); \
    if (status == UINT32_MAX) { all_ones; } \
    if ((status & 1) == 0) { not_ours; } \
    CALL(status);
#define ECHO(not_ours, all_ones) \
    uint32_t status = REGISTER(PENDING); \
    if (status == UINT32_MAX) { all_ones; } \
    if ((status & 1) == 0) { not_ours; } \
    REGISTER(ACKNOWLEDGE) = status & 1; \
    CALL(status);
#define MODIFY(not_ours, all_ones) REGISTER(ACKNOWLEDGE) = (REGISTER(ACKNOWLEDGE) & ~1u) | 1; CALL(0);
#define DISABLE(not_ours, all_ones) REGISTER(MASK) = 1; CALL(0); REGISTER(UNMASK) = 1;

/* Asks the configuration space, and ends the binding where nobody answers: out of the way, and never run here. */
__attribute__((noinline)) static void confirm_present(receiver *r) { __atomic_store_n(&r->stopping, true, __ATOMIC_RELEASE); }

#define RIVALS(name, kind) \
    void name##_bare(const event *events, int64_t length, uint8_t *bar) { \
        for (const event *e = events, *end = events + length; e != end; e++) { \
            kind(continue, ) \
        } \
    } \
    void name##_duty(const event *events, int64_t length, uint8_t *bar) { \
        receiver *r = begin(events, length); \
        FOR_EACH_EVENT(r, e) { \
            if (e->vector != 0) { \
                count_spurious(r, e); \
                continue; \
            } \
            kind(count_spurious(r, e); continue, confirm_present(r)) \
            count_handled(r, e); \
        } \
    }

RIVALS(plain, PLAIN)
RIVALS(pending, PENDING_ONLY)
RIVALS(echo, ECHO)
RIVALS(modify, MODIFY)
RIVALS(mask, DISABLE)
