/* Nothing but the dispatch: what a C programmer writes who counts nothing and never stops. */
#include "event.h"

#define CASE(n) \
    case n: { \
        interrupt irq = {n, 0, 0, e->signals, e->timestamp}; \
        on##n(&irq); \
        break; \
    }

#define RIVALS(number, each) \
    void switch##number(const event *events, int64_t length) { \
        for (const event *e = events, *end = events + length; e != end; e++) \
            switch (e->vector) { each(CASE) } \
    } \
    static const handler handlers##number[] = {each(ENTRY)}; \
    void table##number(const event *events, int64_t length) { \
        for (const event *e = events, *end = events + length; e != end; e++) { \
            interrupt irq = {e->vector, 0, 0, e->signals, e->timestamp}; \
            handlers##number[e->vector](&irq); \
        } \
    }

RIVALS(4, TO4)
RIVALS(32, TO32)
RIVALS(64, TO64)
RIVALS(2048, TO2048)
