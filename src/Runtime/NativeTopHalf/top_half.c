/* The top half: waits for a receive thread's eventfds, runs the steps before the handler, and leaves a record of each
   interrupt in a ring. It is entered once, through an unmanaged function pointer, so that its thread is one that no garbage
   collection waits for or holds up: nothing here may call managed code but for registers that are managed themselves
   (ACCESS_CALL, simulated cards).

   eng/native/build makes top_half.s and TopHalfCode.cs of this file. The code has no data, no relocations and no library:
   it runs wherever its bytes lie. The structures are those of TopHalfLayout.cs; a test holds their offsets together. */
#include <stddef.h>
#include <stdint.h>

#ifndef __x86_64__
#error "The system calls below are those of x86-64."
#endif

/* asm/unistd_64.h */
enum { NR_READ = 0, NR_WRITE = 1, NR_POLL = 7, NR_IOCTL = 16, NR_PREAD = 17, NR_PWRITE = 18, NR_FUTEX = 202, NR_CLOCK_GETTIME = 228, NR_EPOLL_WAIT = 232 };
/* asm-generic/errno-base.h, linux/futex.h, linux/time.h, linux/eventpoll.h and asm-generic/poll.h */
enum { EINTR = 4, EAGAIN = 11, FUTEX_WAKE_PRIVATE = 0x81, CLOCK_MONOTONIC = 1, POLLIN = 1 };

/* RegisterLocation.Kind */
enum { ACCESS_MEMORY, ACCESS_FILE, ACCESS_CALL, ACCESS_IOCTL };
/* StepOperation */
enum { TEST_ANY, TEST_EQUAL, WRITE, ECHO, MODIFY, HANDLE, FLUSH, AGAIN, UNMASK, MATCH, EACH_BIT, BANK, UNCLAIMED };
/* TopHalfFault */
enum { FAULT_NONE, FAULT_WAIT, FAULT_ACCESS, FAULT_GONE };
/* What steps end with. */
enum { DONE, NOT_PENDING, FAILED };
/* At the most, of one wait. */
enum { BATCH = 16 };

struct location {
    uint64_t address; /* in memory; in the file; for the callee; the argument of the call */
    uint64_t owner;   /* the file's descriptor; the callee's handle */
    uint32_t kind;
    uint32_t width; /* bytes; the request of the call */
};

struct step {
    struct location at;
    struct location select; /* the address register of a pair; a width of 0: none */
    uint64_t mask;
    uint64_t value;
    uint64_t preserve;
    uint64_t stride; /* bytes from one index to the next */
    uint64_t index;  /* what names the register to the pair */
    uint64_t index_stride;
    uint32_t operation;
    uint32_t length; /* of the block; after a handler, the steps that are left of the block around it */
    uint32_t extent; /* sources of one outer index */
    uint32_t bit_stride; /* bits from the mask and the value of one index to those of the next */
};

/* One vector. Its steps are [first, handler), the handler itself, which is nothing to do here, and then up to enable and end.
   Of a program with blocks the handlers lie in [first, handler), and what is left when all have returned is [handler, end). */
struct vector {
    int32_t fd;
    uint32_t first, handler, enable, end;
    uint32_t in_flight; /* records that were put and not completed yet */
    uint32_t held;      /* whether one is kept back while the ring is full */
    uint32_t blocks;    /* the program has blocks, further looks or a line */
    uint32_t index;     /* its place in its range */
    uint32_t most;      /* records that one run can put */
    uint32_t looks;     /* at the status again, for one interrupt */
    uint32_t is_left;   /* the last steps were put off, for want of room for another look */
    uint32_t mask, mask_end; /* the steps that mask its sources: its own, and with their registers as they are for it */
    uint32_t streak;    /* spurious interrupts in a row, from */
    uint32_t is_storm;  /* and the source was masked for it */
    uint32_t other_count;
    int32_t number;  /* for its records, and where they are counted */
    void *counters;
    int32_t *others; /* eventfds of vectors that have to share this one's */
    int64_t streak_began;
    uint64_t held_status;
    int64_t held_signals;
    int64_t held_time;
    uint64_t status; /* of a program with blocks, for what is left */
    int64_t signals;
    int64_t time;
    /* Written here only, read by anyone. */
    int64_t spurious;
    int64_t spurious_coalesced;
    int64_t merged;
    int64_t unclaimed;
    int64_t unsettled;
    int64_t silent; /* interrupts that led to no handler */
    int64_t silent_coalesced;
    int64_t storms;
};

/* InterruptEvent: the dispatch reads it where it lies, and gives the place back after the handler. */
struct record {
    uint32_t signals;
    uint16_t step;        /* from first */
    uint16_t is_not_last; /* a record of the same interrupt follows, or came before */
    int32_t vector;
    uint32_t index;
    int64_t timestamp;
    uint64_t status;
    void *counters;
};

struct completion {
    uint64_t status;
    uint32_t slot;
    uint32_t index;
    uint32_t step;
    uint32_t reserved;
};

struct timespec64 {
    int64_t seconds, nanoseconds;
};

typedef int (*clock_function)(int clock, struct timespec64 *time);
typedef uint64_t (*register_function)(uint64_t owner, uint64_t offset, uint32_t width, uint32_t write, uint64_t value, int32_t *error);

struct top_half {
    /* Set before the start, and constant from then on. */
    struct vector *vectors;
    struct step *steps;
    struct record *ring;
    struct completion *completions;
    clock_function clock; /* the C library's, which asks the vDSO; null: a system call */
    register_function access;
    int64_t spin; /* nanoseconds to look without sleeping; 0 never, below 0 for ever */
    uint64_t ring_mask;
    uint64_t completion_mask;
    uint32_t vector_count;
    int32_t epoll;      /* -1 for a single vector */
    struct location class_code; /* dwords of configuration space, for a status of all ones */
    struct location ids;
    uint32_t sleeps; /* whether the descriptors block; see look */
    uint32_t storm_rate; /* spurious interrupts in a row within a second, that are a storm; 0 for none */

    /* Written on the managed side. */
    uint64_t head __attribute__((aligned(64)));
    uint64_t completion_tail;
    uint32_t stop;

    /* Written on both: 1 from the managed side before it sleeps, 0 from here before it is woken. */
    uint32_t sleeping __attribute__((aligned(64)));

    /* Written here. */
    uint64_t tail __attribute__((aligned(64)));
    uint64_t completion_head;
    uint64_t next; /* where the next record goes; what lies before it and behind tail is not shown yet */
    uint32_t idle;       /* about to sleep: whoever has news must kick */
    uint32_t overflowed; /* something is held: whoever empties the ring must kick */
    uint32_t held_count;
    uint32_t fault;
    int32_t fault_errno;
    uint32_t fault_slot;
    uint32_t fault_step;
    uint32_t fault_write;
    uint32_t storms; /* found so far; the managed side looks which */
    uint32_t told_storms; /* of which it was woken for */
};

struct ready {
    int count;
    int kicked;
    int64_t time;
    uint32_t slots[BATCH];
    uint64_t signals[BATCH];
};

struct epoll_event {
    uint32_t events;
    uint64_t data;
} __attribute__((packed));

struct pollfd {
    int32_t fd;
    int16_t events, revents;
};

static int gather(struct top_half *s, struct ready *ready);
static int serve(struct top_half *s, const struct ready *ready);
static int complete(struct top_half *s);
static int flush_held(struct top_half *s);
static void wake(struct top_half *s);

#define LOAD(field) __atomic_load_n(&(field), __ATOMIC_ACQUIRE)
#define STORE(field, value) __atomic_store_n(&(field), value, __ATOMIC_RELEASE)
#define FENCE() __atomic_thread_fence(__ATOMIC_SEQ_CST)

/* The entry: the first code of the file. Returns when it was stopped (0), or at a fault, which stands in the state. */
int64_t top_half_run(struct top_half *s)
{
    struct ready ready;
    for (;;) {
        if (complete(s) != DONE)
            break;
        if (LOAD(s->stop))
            break;
        if (flush_held(s) != DONE)
            break;
        wake(s);
        if (gather(s, &ready) != DONE || serve(s, &ready) != DONE)
            break;
    }
    /* What came before a fault is still there to be handled. */
    flush_held(s);
    wake(s);
    return s->fault;
}

static int64_t system_call(int64_t number, int64_t a, int64_t b, int64_t c, int64_t d)
{
    int64_t result;
    register int64_t fourth __asm__("r10") = d;
    __asm__ volatile("syscall" : "=a"(result) : "a"(number), "D"(a), "S"(b), "d"(c), "r"(fourth) : "rcx", "r11", "memory");
    return result;
}

static int64_t now(const struct top_half *s)
{
    struct timespec64 time;
    if (s->clock)
        s->clock(CLOCK_MONOTONIC, &time);
    else
        system_call(NR_CLOCK_GETTIME, CLOCK_MONOTONIC, (int64_t)&time, 0, 0);
    return time.seconds * 1000000000 + time.nanoseconds;
}

static int fail(struct top_half *s, uint32_t fault, int64_t error, uint32_t slot, uint32_t step, uint32_t write)
{
    s->fault_errno = (int32_t)error;
    s->fault_slot = slot;
    s->fault_step = step;
    s->fault_write = write;
    STORE(s->fault, fault);
    return FAILED;
}

/* Registers: one access of exactly their width. 0, or the errno (-1: what the callee threw; 0 of a file cut short is EIO). */

static int64_t access_file(const struct location *at, uint64_t *value, int write)
{
    uint64_t buffer = *value;
    int64_t done;
    do
        done = system_call(write ? NR_PWRITE : NR_PREAD, (int64_t)at->owner, (int64_t)&buffer, at->width, (int64_t)at->address);
    while (done == -EINTR);
    if (done != at->width)
        return done < 0 ? -done : 5 /* EIO */;
    if (!write)
        *value = buffer;
    return 0;
}

static int64_t access_call(struct top_half *s, const struct location *at, uint64_t *value, int write)
{
    int32_t error = 0;
    uint64_t result = s->access(at->owner, at->address, at->width, (uint32_t)write, *value, &error);
    if (!write)
        *value = result;
    return error;
}

static int64_t read_register(struct top_half *s, const struct location *at, uint64_t *value)
{
    *value = 0;
    if (at->kind == ACCESS_FILE)
        return access_file(at, value, 0);
    if (at->kind == ACCESS_CALL)
        return access_call(s, at, value, 0);
    if (at->width == 4)
        *value = *(volatile uint32_t *)at->address;
    else if (at->width == 8)
        *value = *(volatile uint64_t *)at->address;
    else if (at->width == 2)
        *value = *(volatile uint16_t *)at->address;
    else
        *value = *(volatile uint8_t *)at->address;
    return 0;
}

static int64_t write_register(struct top_half *s, const struct location *at, uint64_t value)
{
    if (at->kind == ACCESS_IOCTL) {
        int64_t result = system_call(NR_IOCTL, (int64_t)at->owner, at->width, (int64_t)at->address, 0);
        return result < 0 ? -result : 0;
    }
    if (at->kind == ACCESS_FILE)
        return access_file(at, &value, 1);
    if (at->kind == ACCESS_CALL)
        return access_call(s, at, &value, 1);
    if (at->width == 4)
        *(volatile uint32_t *)at->address = (uint32_t)value;
    else if (at->width == 8)
        *(volatile uint64_t *)at->address = value;
    else if (at->width == 2)
        *(volatile uint16_t *)at->address = (uint16_t)value;
    else
        *(volatile uint8_t *)at->address = (uint8_t)value;
    return 0;
}

/* A status of all ones is a real value, or what reads where no device answers: its class code and ids tell. */
static int is_gone(struct top_half *s)
{
    uint64_t code, ids;
    return read_register(s, &s->class_code, &code) != 0 || code == 0xFFFFFFFF
        || read_register(s, &s->ids, &ids) != 0 || (ids & 0xFFFF) == 0xFFFF;
}

static int64_t select_register(struct top_half *s, const struct step *step, uint64_t index)
{
    return step->select.width == 0 ? 0 : write_register(s, &step->select, step->index + index * step->index_stride);
}

static int64_t read_step(struct top_half *s, const struct step *step, uint64_t index, uint64_t *value)
{
    struct location at = step->at;
    at.address += index * step->stride;
    int64_t error = select_register(s, step, index);
    return error ? error : read_register(s, &at, value);
}

static int64_t write_step(struct top_half *s, const struct step *step, uint64_t index, uint64_t value)
{
    struct location at = step->at;
    at.address += index * step->stride;
    int64_t error = select_register(s, step, index);
    return error ? error : write_register(s, &at, value);
}

/* A test or a bank: DONE with the status, or FAILED. */
static int read_status(struct top_half *s, uint32_t slot, uint32_t i, uint64_t index, uint64_t *status)
{
    const struct step *step = &s->steps[i];
    int64_t error = read_step(s, step, index, status);
    if (error)
        return fail(s, FAULT_ACCESS, error, slot, i, 0);
    if (*status == ~0ull >> (64 - 8 * step->at.width) && is_gone(s))
        return fail(s, FAULT_GONE, 0, slot, i, 0);
    return DONE;
}

/* One step that leads to no handler. */
static int run_step(struct top_half *s, uint32_t slot, uint32_t i, uint64_t index, uint64_t *status)
{
    const struct step *step = &s->steps[i];
    uint32_t operation = step->operation;
    uint64_t mask = step->mask << index * step->bit_stride;
    uint64_t wanted = step->value << index * step->bit_stride;
    uint64_t value = 0;
    int64_t error;
    if (operation == UNMASK && s->vectors[slot].is_storm)
        return DONE; /* the line of a storm stays masked */
    if (operation <= TEST_EQUAL) {
        if (read_status(s, slot, i, index, status) != DONE)
            return FAILED;
        uint64_t masked = *status & mask;
        return (operation == TEST_ANY ? masked != 0 : masked == wanted) ? DONE : NOT_PENDING;
    }
    if (operation == MODIFY || operation == FLUSH) {
        error = read_step(s, step, index, &value);
        if (error)
            return fail(s, FAULT_ACCESS, error, slot, i, 0);
        if (operation == FLUSH)
            return DONE;
    }
    if (operation == ECHO)
        value = *status & mask;
    else if (operation == MODIFY)
        value = (value & ~(mask | step->preserve)) | (wanted & mask);
    else
        value = wanted;
    error = write_step(s, step, index, value);
    return error ? fail(s, FAULT_ACCESS, error, slot, i, 1) : DONE;
}

static int run(struct top_half *s, uint32_t slot, uint32_t first, uint32_t end, uint64_t index, uint64_t *status)
{
    for (uint32_t i = first; i < end; i++) {
        int result = run_step(s, slot, i, index, status);
        if (result != DONE)
            return result;
    }
    return DONE;
}

static int mask_storm(struct top_half *s, uint32_t slot)
{
    struct vector *vector = &s->vectors[slot];
    uint64_t status = 0;
    vector->is_storm = 1;
    STORE(s->storms, s->storms + 1);
    return run(s, slot, vector->mask, vector->mask_end, 0, &status);
}

static int count_spurious(struct top_half *s, uint32_t slot, int64_t signals, int64_t time)
{
    struct vector *vector = &s->vectors[slot];
    STORE(vector->spurious_coalesced, vector->spurious_coalesced + signals - 1);
    STORE(vector->spurious, vector->spurious + 1);
    if (vector->streak == 0 || time - vector->streak_began > 1000000000) {
        vector->streak = 0;
        vector->streak_began = time;
    }
    if (++vector->streak != s->storm_rate)
        return DONE;
    vector->streak = 0;
    STORE(vector->storms, vector->storms + 1);
    return mask_storm(s, slot);
}

/* The ring has one producer, this, and one consumer, the managed thread. */

static int has_room(struct top_half *s, uint32_t records)
{
    return s->ring_mask + 1 - (s->next - LOAD(s->head)) >= records;
}

static void put(struct top_half *s, uint32_t slot, uint32_t step, uint64_t index, uint64_t status, int64_t signals, int64_t time)
{
    struct record *record = &s->ring[s->next & s->ring_mask];
    struct vector *vector = &s->vectors[slot];
    record->signals = signals > UINT32_MAX ? UINT32_MAX : (uint32_t)signals;
    record->step = (uint16_t)(step - vector->first);
    record->is_not_last = 0;
    record->vector = vector->number;
    record->index = (uint32_t)index;
    record->timestamp = time;
    record->status = status;
    record->counters = vector->counters;
    vector->in_flight++;
    vector->streak = 0;
    s->next++;
}

static void show(struct top_half *s)
{
    STORE(s->tail, s->next);
}

/* No room: the fact is not lost, but merged with what the vector has held back already. */
static void keep(struct top_half *s, struct vector *vector, int64_t time)
{
    if (!vector->held) {
        vector->held = 1;
        vector->held_status = 0;
        vector->held_signals = 0;
        vector->held_time = time;
        s->held_count++;
    }
}

static void hold(struct top_half *s, struct vector *vector, uint64_t status, int64_t signals, int64_t time)
{
    keep(s, vector, time);
    vector->held_status |= status;
    vector->held_signals += signals;
    STORE(vector->merged, vector->merged + 1);
}

/* Programs with blocks: what they find is put together, and shown together. */

static int run_block(struct top_half *s, uint32_t slot, uint32_t first, uint32_t end, uint64_t index, uint64_t status);

static int each_bit(struct top_half *s, uint32_t slot, uint32_t i, uint64_t index, uint64_t status)
{
    const struct step *step = &s->steps[i];
    uint64_t lowest = (uint64_t)__builtin_ctzll(step->mask);
    for (uint64_t left = status & step->mask; left != 0; left &= left - 1) {
        uint64_t inner = index * step->extent + step->value + (uint64_t)__builtin_ctzll(left) - lowest;
        if (run_block(s, slot, i + 1, i + 1 + step->length, inner, status) != DONE)
            return FAILED;
    }
    return DONE;
}

static int enter(struct top_half *s, uint32_t slot, uint32_t i, uint64_t index, uint64_t status)
{
    const struct step *step = &s->steps[i];
    if (step->operation == EACH_BIT)
        return each_bit(s, slot, i, index, status);
    if (step->operation == BANK && read_status(s, slot, i, index, &status) != DONE)
        return FAILED;
    uint64_t bits = status & step->mask;
    if (bits == 0)
        return DONE;
    if (step->operation == UNCLAIMED) {
        int64_t count = 0;
        for (uint64_t left = bits; left != 0; left &= left - 1)
            count++;
        STORE(s->vectors[slot].unclaimed, s->vectors[slot].unclaimed + count);
        status = bits;
    }
    return run_block(s, slot, i + 1, i + 1 + step->length, index, status);
}

static int run_block(struct top_half *s, uint32_t slot, uint32_t first, uint32_t end, uint64_t index, uint64_t status)
{
    const struct vector *vector = &s->vectors[slot];
    for (uint32_t i = first; i < end; i++) {
        const struct step *step = &s->steps[i];
        if (step->operation == HANDLE) {
            put(s, slot, i, index, status, vector->signals, vector->time);
            i += step->length; /* those are for when it has returned */
        } else if (step->operation >= MATCH) {
            if (enter(s, slot, i, index, status) != DONE)
                return FAILED;
            i += step->length;
        } else if (run_step(s, slot, i, index, &status) != DONE) {
            return FAILED;
        }
    }
    return DONE;
}

static int has_test(struct top_half *s, const struct vector *vector)
{
    return s->steps[vector->first].operation <= TEST_EQUAL;
}

/* From behind the test to the handlers. An interrupt is counted by the last record of its first look. */
static int find_handlers(struct top_half *s, uint32_t slot, uint64_t status)
{
    struct vector *vector = &s->vectors[slot];
    uint64_t begin = s->next;
    vector->status |= status;
    if (run_block(s, slot, vector->first + (uint32_t)has_test(s, vector), vector->handler, vector->index, status) != DONE)
        return FAILED;
    for (uint64_t i = begin; i != s->next; i++)
        s->ring[i & s->ring_mask].is_not_last = i + 1 != s->next || vector->looks != 0;
    if (s->next == begin && vector->looks == 0) {
        STORE(vector->silent_coalesced, vector->silent_coalesced + vector->signals - 1);
        STORE(vector->silent, vector->silent + 1);
    }
    show(s);
    return DONE;
}

/* What is left when all handlers of a vector have returned. */
static int finish(struct top_half *s, uint32_t slot, uint32_t from)
{
    struct vector *vector = &s->vectors[slot];
    vector->is_left = 0;
    for (uint32_t i = from; i < vector->end; i++) {
        const struct step *step = &s->steps[i];
        if (step->operation != AGAIN) {
            if (run_step(s, slot, i, vector->index, &vector->status) != DONE)
                return FAILED;
            continue;
        }
        if (!has_room(s, vector->most)) {
            vector->is_left = 1; /* looked at again when there is */
            keep(s, vector, vector->time);
            return DONE;
        }
        uint64_t status = 0;
        int result = run_step(s, slot, vector->first, vector->index, &status);
        if (result == FAILED)
            return FAILED;
        if (result == NOT_PENDING)
            continue;
        if (vector->looks >= step->value) {
            STORE(vector->unsettled, vector->unsettled + 1);
            vector->status = 0;
            return mask_storm(s, slot);
        }
        vector->looks++;
        vector->status = 0;
        if (find_handlers(s, slot, status) != DONE)
            return FAILED;
        if (vector->in_flight != 0)
            return DONE;
        i = vector->handler - 1; /* no handler was found: at once */
    }
    vector->status = 0;
    return DONE;
}

static uint32_t again(struct top_half *s, const struct vector *vector)
{
    uint32_t i = vector->handler;
    while (i < vector->end && s->steps[i].operation != AGAIN)
        i++;
    return i;
}

static int serve_blocks(struct top_half *s, uint32_t slot, int64_t signals, int64_t time)
{
    struct vector *vector = &s->vectors[slot];
    uint64_t status = 0;
    if (has_test(s, vector)) {
        int result = run_step(s, slot, vector->first, vector->index, &status);
        if (result == FAILED)
            return FAILED;
        if (result == NOT_PENDING) {
            if (count_spurious(s, slot, signals, time) != DONE)
                return FAILED;
            if (vector->is_left && vector->in_flight == 0)
                return finish(s, slot, again(s, vector));
            int is_line = s->steps[vector->end - 1].operation == UNMASK;
            return is_line && vector->in_flight == 0 ? run_step(s, slot, vector->end - 1, 0, &status) : DONE;
        }
    }
    vector->looks = 0;
    vector->signals = signals;
    vector->time = time;
    if (find_handlers(s, slot, status) != DONE)
        return FAILED;
    return vector->in_flight == 0 ? finish(s, slot, vector->handler) : DONE;
}

/* What was kept back, as far as there is room. */
static int release(struct top_half *s, uint32_t slot)
{
    struct vector *vector = &s->vectors[slot];
    vector->held = 0;
    s->held_count--;
    if (!vector->blocks) {
        put(s, slot, vector->handler, vector->index, vector->held_status, vector->held_signals, vector->held_time);
        show(s);
        return DONE;
    }
    return vector->held_signals == 0 && vector->in_flight == 0 ? finish(s, slot, again(s, vector)) : serve_blocks(s, slot, vector->held_signals, vector->held_time);
}

static int can_release(struct top_half *s, const struct vector *vector)
{
    /* After a fault the card is left alone. */
    return vector->held && has_room(s, vector->most) && !(vector->blocks && s->fault);
}

static int flush_held(struct top_half *s)
{
    int progress = s->held_count != 0;
    while (progress) {
        for (uint32_t slot = 0; slot < s->vector_count && s->held_count != 0; slot++)
            if (can_release(s, &s->vectors[slot]) && release(s, slot) != DONE)
                return FAILED;
        /* Whoever empties the ring looks at this first, or has emptied it before and is seen here. */
        STORE(s->overflowed, s->held_count != 0);
        FENCE();
        progress = 0;
        for (uint32_t slot = 0; slot < s->vector_count && s->held_count != 0; slot++)
            progress |= can_release(s, &s->vectors[slot]);
    }
    return DONE;
}

static void wake(struct top_half *s)
{
    FENCE();
    /* Who sleeps has emptied the ring and seen the storms before: for anything else it sleeps on. */
    if (LOAD(s->sleeping) && (s->tail != LOAD(s->head) || s->storms != s->told_storms)) {
        s->told_storms = s->storms;
        STORE(s->sleeping, 0);
        system_call(NR_FUTEX, (int64_t)&s->sleeping, FUTEX_WAKE_PRIVATE, 1, 0);
    }
}

static int serve(struct top_half *s, const struct ready *ready)
{
    for (int i = 0; i < ready->count; i++) {
        uint32_t slot = ready->slots[i];
        struct vector *vector = &s->vectors[slot];
        int64_t signals = (int64_t)ready->signals[i];
        uint64_t status = 0;
        if (vector->blocks) {
            /* Without room for all that it may find, nothing of it is run yet: the status stays at the card. */
            if (vector->held || !has_room(s, vector->most))
                hold(s, vector, 0, signals, ready->time);
            else if (serve_blocks(s, slot, signals, ready->time) != DONE)
                return FAILED;
            continue;
        }
        int end = run(s, slot, vector->first, vector->handler, vector->index, &status);
        if (end == FAILED)
            return FAILED;
        if (end == NOT_PENDING) {
            if (count_spurious(s, slot, signals, ready->time) != DONE)
                return FAILED;
        } else if (vector->held || !has_room(s, 1)) {
            hold(s, vector, status, signals, ready->time);
        } else {
            put(s, slot, vector->handler, vector->index, status, signals, ready->time);
            show(s);
        }
    }
    return DONE;
}

static int has_completions(struct top_half *s)
{
    return s->completion_head != LOAD(s->completion_tail);
}

/* The steps after handlers that have returned. A source is unmasked when no event of its vector is left. */
static int complete(struct top_half *s)
{
    while (has_completions(s)) {
        struct completion *completion = &s->completions[s->completion_head & s->completion_mask];
        uint32_t slot = completion->slot;
        uint32_t index = completion->index;
        uint32_t step = completion->step;
        uint64_t status = completion->status;
        struct vector *vector = &s->vectors[slot];
        STORE(s->completion_head, s->completion_head + 1);
        vector->in_flight--;
        if (vector->blocks) {
            uint32_t after = vector->first + step + 1;
            if (run(s, slot, after, after + s->steps[after - 1].length, index, &status) == FAILED)
                return FAILED;
            /* The end of this interrupt first; what is held back is served after it, from its own test. */
            if (vector->in_flight == 0 && finish(s, slot, vector->handler) != DONE)
                return FAILED;
            continue;
        }
        uint32_t end = vector->in_flight == 0 && !vector->held ? vector->end : vector->enable;
        if (run(s, slot, vector->handler + 1, end, vector->index, &status) == FAILED)
            return FAILED;
    }
    return DONE;
}

/* The wait. A device adds 1 to its eventfd; a kick of ours adds 2^32, so that one read tells both. */

static void pass_on(const struct vector *vector)
{
    uint64_t one = 1;
    for (uint32_t i = 0; i < vector->other_count; i++)
        system_call(NR_WRITE, vector->others[i], (int64_t)&one, sizeof one, 0);
}

static int take(struct top_half *s, struct ready *ready, uint32_t slot)
{
    uint64_t value;
    int64_t result = system_call(NR_READ, s->vectors[slot].fd, (int64_t)&value, sizeof value, 0);
    if (result != sizeof value)
        return result == -EAGAIN || result == -EINTR ? DONE : fail(s, FAULT_WAIT, -result, slot, NR_READ, 0);
    if (value >> 32)
        ready->kicked = 1;
    if ((uint32_t)value) {
        pass_on(&s->vectors[slot]);
        ready->slots[ready->count] = slot;
        ready->signals[ready->count++] = (uint32_t)value;
    }
    return DONE;
}

static int look(struct top_half *s, struct ready *ready, int sleep)
{
    if (s->epoll < 0) {
        /* One that blocks is its own wait; one that does not is looked at, and waited for only after that. */
        if (sleep && !s->sleeps) {
            struct pollfd poll = {s->vectors[0].fd, POLLIN, 0};
            int64_t result = system_call(NR_POLL, (int64_t)&poll, 1, -1, 0);
            if (result < 0)
                return result == -EINTR ? DONE : fail(s, FAULT_WAIT, -result, 0, NR_POLL, 0);
        }
        int end = take(s, ready, 0);
        ready->time = now(s);
        return end;
    }

    struct epoll_event events[BATCH];
    int64_t count = system_call(NR_EPOLL_WAIT, s->epoll, (int64_t)events, BATCH, sleep ? -1 : 0);
    if (count < 0)
        return count == -EINTR ? DONE : fail(s, FAULT_WAIT, -count, 0, NR_EPOLL_WAIT, 0);
    ready->time = now(s);
    for (int64_t i = 0; i < count; i++)
        if (take(s, ready, (uint32_t)events[i].data) != DONE)
            return FAILED;
    return DONE;
}

static int gather(struct top_half *s, struct ready *ready)
{
    ready->count = 0;
    ready->kicked = 0;
    if (s->spin != 0) {
        int64_t until = s->spin > 0 ? now(s) + s->spin : INT64_MAX;
        do {
            if (look(s, ready, 0) != DONE)
                return FAILED;
            if (ready->count || ready->kicked || LOAD(s->stop) || has_completions(s))
                return DONE;
            __builtin_ia32_pause();
        } while (s->spin < 0 || now(s) < until);
    }

    STORE(s->idle, 1);
    FENCE();
    int end = DONE;
    if (!LOAD(s->stop) && !has_completions(s))
        end = look(s, ready, 1);
    STORE(s->idle, 0);
    return end;
}
