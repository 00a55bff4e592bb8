/* The native code of two threads of SuspendedWorldTests: one that keeps a garbage collection waiting, so that every managed
   thread stands still, and one that is a card meanwhile. */
#include <stdint.h>
#include <time.h>
#include <unistd.h>

static int64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000ll + time.tv_nsec;
}

/* Entered in cooperative mode: a collection that is asked for waits for it, and the managed threads for the collection. */
void keep_collection_waiting(volatile int32_t *inside, volatile int32_t *leave)
{
    *inside = 1;
    while (!*leave)
        ;
}

/* Waits until the canary, a managed thread that counts, stands still; then raises an interrupt and waits for its acknowledge, so
   many times. At the end it lets the collection go on. Gives how many were acknowledged within the patience (ns) of each. */
int32_t be_a_card(volatile int32_t *inside, volatile int64_t *canary, volatile int32_t *leave, int32_t eventfd, volatile uint32_t *pending, volatile uint32_t *acknowledge,
                  int32_t times, int64_t patience)
{
    *inside = 1;
    for (int64_t seen = -1, still = now(); now() - still < 20000000;)
        if (*canary != seen) {
            seen = *canary;
            still = now();
        }
    int32_t acknowledged = 0;
    for (int32_t i = 1; i <= times; i++) {
        uint64_t one = 1;
        *pending = (uint32_t)i;
        __atomic_thread_fence(__ATOMIC_SEQ_CST);
        if (write(eventfd, &one, sizeof one) != sizeof one)
            break;
        for (int64_t end = now() + patience; *acknowledge != (uint32_t)i && now() < end;)
            ;
        if (*acknowledge != (uint32_t)i)
            break;
        acknowledged++;
    }
    *leave = 1;
    return acknowledged;
}
