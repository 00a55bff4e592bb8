/* What the C rivals share: the events, and as many handlers as there are vectors. Compiled with gcc -O2 when the benchmark starts. */
#ifndef EVENT_H
#define EVENT_H

#include <stdbool.h>
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

/* m(n) for each n below the number, which is an octal constant of five digits, so that it can be a part of a name. */
#define EIGHT(m, d) m(d##0) m(d##1) m(d##2) m(d##3) m(d##4) m(d##5) m(d##6) m(d##7)
#define SQUARE(m, d) EIGHT(m, d##0) EIGHT(m, d##1) EIGHT(m, d##2) EIGHT(m, d##3) EIGHT(m, d##4) EIGHT(m, d##5) EIGHT(m, d##6) EIGHT(m, d##7)
#define CUBE(m, d) SQUARE(m, d##0) SQUARE(m, d##1) SQUARE(m, d##2) SQUARE(m, d##3) SQUARE(m, d##4) SQUARE(m, d##5) SQUARE(m, d##6) SQUARE(m, d##7)
#define TO4(m) m(00000) m(00001) m(00002) m(00003)
#define TO32(m) EIGHT(m, 0000) EIGHT(m, 0001) EIGHT(m, 0002) EIGHT(m, 0003)
#define TO64(m) SQUARE(m, 000)
#define TO2048(m) CUBE(m, 00) CUBE(m, 01) CUBE(m, 02) CUBE(m, 03)

static int64_t counts[2048];

/* Not inlined, as handlers of a driver in several files are not. */
#define HANDLER(n) \
    __attribute__((noinline, unused)) static void on##n(const interrupt *irq) { counts[n] += irq->signals; }
TO2048(HANDLER)

typedef void (*handler)(const interrupt *irq);
#define ENTRY(n) on##n,

#endif
