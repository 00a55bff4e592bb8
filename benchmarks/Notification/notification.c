/* The poster of all ways, and the receiver of each in C. Both ends write CLOCK_MONOTONIC, in nanoseconds, into arrays that they share; the poster
   waits until the last one was received, so that each time is that of one notification. */
#define _GNU_SOURCE
#include <linux/futex.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

/* Way.cs */
enum { BIT_SPIN, BIT_SLEEP, EVENTFD_SPIN, EVENTFD_SLEEP, FUTEX_SLEEP };

/* UserInterruptState.cs, its first line */
struct state { uint64_t pending, kick; int32_t sleeping, closed; };

struct run {
    struct state *state;
    int64_t *posted, *received;
    int64_t count;
    int64_t gap; /* nanoseconds from one received to the next posted */
    int32_t way, fd;
    int64_t done __attribute__((aligned(64)));     /* how many were received */
    int32_t word __attribute__((aligned(64)));     /* of the futex: how many were posted */
};

static int64_t now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000ll + t.tv_nsec;
}

static void futex(int32_t *word, int operation, int32_t value) { syscall(SYS_futex, word, operation, value, 0); }

static void post(struct run *run)
{
    uint64_t one = 1;
    switch (run->way) {
    case BIT_SPIN:
    case BIT_SLEEP:
        __atomic_fetch_or(&run->state->pending, 1ull << 7, __ATOMIC_SEQ_CST);
        if (__atomic_load_n(&run->state->sleeping, __ATOMIC_SEQ_CST) && __atomic_exchange_n(&run->state->sleeping, 0, __ATOMIC_SEQ_CST))
            futex(&run->state->sleeping, FUTEX_WAKE, 1);
        break;
    case FUTEX_SLEEP:
        __atomic_fetch_add(&run->word, 1, __ATOMIC_SEQ_CST);
        futex(&run->word, FUTEX_WAKE_PRIVATE, 1);
        break;
    default:
        if (write(run->fd, &one, sizeof one) != sizeof one) return;
    }
}

void be_poster(struct run *run)
{
    for (int64_t i = 0; i < run->count; i++) {
        while (__atomic_load_n(&run->done, __ATOMIC_ACQUIRE) != i) __builtin_ia32_pause();
        for (int64_t end = now() + run->gap; now() < end;) __builtin_ia32_pause();
        run->posted[i] = now();
        post(run);
    }
}

static void take(struct run *run, int64_t i)
{
    uint64_t count;
    switch (run->way) {
    case BIT_SPIN:
        while (!__atomic_load_n(&run->state->pending, __ATOMIC_ACQUIRE)) __builtin_ia32_pause();
        __atomic_exchange_n(&run->state->pending, 0, __ATOMIC_SEQ_CST);
        break;
    case BIT_SLEEP:
        while (!__atomic_exchange_n(&run->state->pending, 0, __ATOMIC_SEQ_CST)) {
            __atomic_exchange_n(&run->state->sleeping, 1, __ATOMIC_SEQ_CST);
            if (!__atomic_load_n(&run->state->pending, __ATOMIC_SEQ_CST)) futex(&run->state->sleeping, FUTEX_WAIT, 1);
            __atomic_store_n(&run->state->sleeping, 0, __ATOMIC_SEQ_CST);
        }
        break;
    case FUTEX_SLEEP:
        while (__atomic_load_n(&run->word, __ATOMIC_ACQUIRE) == (int32_t)i) futex(&run->word, FUTEX_WAIT_PRIVATE, (int32_t)i);
        break;
    default: /* which of the two, says whether the descriptor blocks */
        while (read(run->fd, &count, sizeof count) != sizeof count) {
        }
    }
}

void be_receiver(struct run *run)
{
    for (int64_t i = 0; i < run->count; i++) {
        take(run, i);
        run->received[i] = now();
        __atomic_store_n(&run->done, i + 1, __ATOMIC_RELEASE);
    }
}
