/* The dispatch with all duties that TopHalf's has. */
#include "receiver.h"

#define CASE(n) \
    case n: { \
        interrupt irq = {n, 0, 0, e->signals, e->timestamp}; \
        on##n(&irq); \
        count_handled(r, e); \
        break; \
    }

#define RIVALS(number, each) \
    void switch##number(const event *events, int64_t length) { \
        receiver *r = begin(events, length); \
        FOR_EACH_EVENT(r, e) \
            switch (e->vector) { \
                each(CASE) \
                default: count_spurious(r, e); \
            } \
    } \
    static const handler handlers##number[] = {each(ENTRY)}; \
    void table##number(const event *events, int64_t length) { \
        receiver *r = begin(events, length); \
        FOR_EACH_EVENT(r, e) { \
            if ((uint32_t)e->vector < number) { \
                interrupt irq = {e->vector, 0, 0, e->signals, e->timestamp}; \
                handlers##number[e->vector](&irq); \
                count_handled(r, e); \
            } else { \
                count_spurious(r, e); \
            } \
        } \
    }

RIVALS(4, TO4)
RIVALS(32, TO32)
RIVALS(64, TO64)
RIVALS(2048, TO2048)
