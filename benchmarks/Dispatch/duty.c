/* The dispatch with all duties that TopHalf's has. */
#include "receiver.h"

#define CASE(n) \
    case n: { \
        interrupt irq = {n, 0, 0, e->signals, e->timestamp}; \
        on##n(&irq); \
        break; \
    }

#define RIVALS(number, each) \
    void switch##number(const event *events, int64_t length) { \
        receiver *r = begin(events, length); \
        for (const event *e; (e = next(r)) != NULL;) \
            switch (e->vector) { \
                each(CASE) \
                default: r->spurious = true; \
            } \
    } \
    static const handler handlers##number[] = {each(ENTRY)}; \
    void table##number(const event *events, int64_t length) { \
        receiver *r = begin(events, length); \
        for (const event *e; (e = next(r)) != NULL;) { \
            if ((uint32_t)e->vector < number) { \
                interrupt irq = {e->vector, 0, 0, e->signals, e->timestamp}; \
                handlers##number[e->vector](&irq); \
            } else { \
                r->spurious = true; \
            } \
        } \
    }

RIVALS(4, TO4)
RIVALS(32, TO32)
RIVALS(64, TO64)
RIVALS(2048, TO2048)
