/* The rival: what a C programmer writes by hand, compiled with gcc -O2 when the benchmark starts.
   Handlers are not inlined, as those of a driver in several files are not. */
#include <stdint.h>

typedef struct {
    int32_t vector;
    int64_t signals;
    int64_t timestamp;
} event;

typedef struct {
    int32_t vector;
    int32_t index;
    uint64_t status;
    int64_t signals;
    int64_t timestamp;
} interrupt;

static int64_t counts[64];

#define HANDLER(n) \
    __attribute__((noinline)) static void on##n(const interrupt *irq) { counts[n] += irq->signals; }
#define CASE(n) \
    case n: { \
        interrupt irq = {n, 0, 0, e->signals, e->timestamp}; \
        on##n(&irq); \
        break; \
    }
#define EIGHT(m) m(0) m(1) m(2) m(3) m(4) m(5) m(6) m(7)
#define TO32(m) EIGHT(m) m(8) m(9) m(10) m(11) m(12) m(13) m(14) m(15) m(16) m(17) m(18) m(19) m(20) m(21) m(22) m(23) \
    m(24) m(25) m(26) m(27) m(28) m(29) m(30) m(31)
#define TO64(m) TO32(m) m(32) m(33) m(34) m(35) m(36) m(37) m(38) m(39) m(40) m(41) m(42) m(43) m(44) m(45) m(46) m(47) \
    m(48) m(49) m(50) m(51) m(52) m(53) m(54) m(55) m(56) m(57) m(58) m(59) m(60) m(61) m(62) m(63)

TO64(HANDLER)

#define LOOP(name, cases) \
    void name(const event *events, int64_t count) { \
        for (const event *e = events, *end = events + count; e != end; e++) \
            switch (e->vector) { cases(CASE) } \
    }

#define TO4(m) m(0) m(1) m(2) m(3)
LOOP(dispatch4, TO4)
LOOP(dispatch32, TO32)
LOOP(dispatch64, TO64)
