/* A processor with user interrupts, for one that has none: each of their instructions is an unknown one there, the kernel sends SIGILL, and
   what it would have done is done here, to the registers of the thread that was interrupted. The stubs themselves run as they are, natively.

   Two ways. Stepped: a wait runs under the trap flag, and user interrupts arrive at the boundaries between its instructions that the
   caller names. Live: senders on other threads post in a UPID and notify by a signal, and the thread takes the interrupt wherever it is.
   Source of what the instructions do: Intel SDM, Vol. 3, "User Interrupts", and Vol. 2 (UMONITOR, UMWAIT). */
#define _GNU_SOURCE
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

enum { PAGE = 4096, RED_ZONE = 128, LINE = 64, ALTERNATE_STACK = 64 * 1024, INJECTIONS = 2, TRAP_FLAG = 0x100 };
enum { OUTSTANDING = 1, SUPPRESSED = 2 };

/* What went wrong, in the order of severity; 0 is nothing. */
enum { NOTHING, OPEN_OUTSIDE, REGISTERS_CHANGED, RED_ZONE_CHANGED, CALLEE_SAVED_CHANGED, OPEN_AT_RETURN };

struct upid { _Atomic uint64_t status, requests; };
struct target { uint64_t vector, upid; };

/* Stub, and what comes when; and what it did. */
struct run {
    uint64_t code, handler, state, wait, deadline, stack_adjust;
    uint64_t pending;                /* UIRR, before and after */
    int64_t at[INJECTIONS];          /* boundaries; -1 for never */
    uint64_t vectors[INJECTIONS];    /* what a notification brings there */
    int64_t delay;                   /* boundaries at which what is due is not delivered yet */
    uint64_t result;
    int64_t boundaries;
    uint64_t deliveries;
    int32_t fault;
    int32_t lost;                    /* it would sleep for ever */
};

struct processor {
    uint64_t code, handler, stack_adjust;
    volatile uint64_t pending;       /* UIRR */
    volatile int flag;               /* UIF */
    struct upid *upid;
    struct target *targets;
    uint64_t highest;                /* UITTSZ */
    int is_monitoring;
    uint64_t monitored;
    unsigned char line[LINE];
    struct run *run;                 /* null where it is live */
    int64_t delay;
    uint64_t deliveries;
    gregset_t saved;
    unsigned char red_zone[RED_ZONE];
    int32_t fault;
    stack_t former_stack;
    void *stack;
};

static __thread struct processor *self;
static struct sigaction former_ill, former_trap;
static int installed;

static int notification(void) { return SIGRTMIN + 6; }

/* A thread that only sends may do so from any page. */
static int is_inside(const struct processor *p, uint64_t rip) { return !p->code || rip - p->code < PAGE; }

static void note(struct processor *p, int32_t fault)
{
    if (!p->fault) p->fault = fault;
}

static void deliver(struct processor *p, greg_t *r)
{
    int vector = 63 - __builtin_clzll(p->pending);
    uint64_t rsp = r[REG_RSP];
    uint64_t *stack = (uint64_t *)((p->stack_adjust & 1 ? p->stack_adjust & ~1ull : rsp - p->stack_adjust) & ~15ull);
    memcpy(p->saved, r, sizeof p->saved);
    memcpy(p->red_zone, (void *)(rsp - RED_ZONE), RED_ZONE);
    *--stack = rsp;
    *--stack = r[REG_EFL];
    *--stack = r[REG_RIP];
    *--stack = vector;
    r[REG_RSP] = (greg_t)stack;
    r[REG_RIP] = p->handler;
    p->pending &= ~(1ull << vector);
    p->flag = 0;
    p->deliveries++;
}

static void return_from_handler(struct processor *p, greg_t *r)
{
    uint64_t *stack = (uint64_t *)r[REG_RSP];
    r[REG_RIP] = stack[0];
    r[REG_EFL] = stack[1];
    r[REG_RSP] = stack[2];
    p->flag = 1;
    p->is_monitoring = 0;
    for (int i = 0; i <= REG_EFL; i++)
        if (i <= REG_RIP || i == REG_EFL)
            if (r[i] != p->saved[i]) note(p, REGISTERS_CHANGED);
    if (memcmp(p->red_zone, (void *)(r[REG_RSP] - RED_ZONE), RED_ZONE)) note(p, RED_ZONE_CHANGED);
}

/* Between two instructions: what comes there, and what is due. */
static void boundary(struct processor *p, greg_t *r)
{
    struct run *run = p->run;
    if (run) {
        for (int i = 0; i < INJECTIONS; i++)
            if (run->boundaries == run->at[i]) p->pending |= run->vectors[i];
        run->boundaries++;
    }
    if (!is_inside(p, r[REG_RIP])) {
        if (p->flag) note(p, OPEN_OUTSIDE);
        return;
    }
    if (p->flag && p->pending && p->delay-- <= 0) {
        p->delay = run ? run->delay : 0;
        deliver(p, r);
    }
}

static int line_changed(const struct processor *p) { return memcmp(p->line, (void *)p->monitored, LINE) != 0; }

static int64_t next_injection(const struct run *run)
{
    int64_t next = -1;
    for (int i = 0; i < INJECTIONS; i++)
        if (run->at[i] >= run->boundaries && (next < 0 || run->at[i] < next)) next = run->at[i];
    return next;
}

static uint64_t time_stamp(void)
{
    uint32_t low, high;
    __asm__ volatile("rdtsc" : "=a"(low), "=d"(high));
    return (uint64_t)high << 32 | low;
}

static void sleep_until(struct processor *p, uint64_t deadline, const sigset_t *mask)
{
    if (!p->is_monitoring) return;
    if (p->run) {
        /* Nothing happens in a sleep but what comes at a boundary yet to be. */
        int64_t next;
        while (!line_changed(p) && !(p->flag && p->pending) && (next = next_injection(p->run)) >= 0) {
            p->run->boundaries = next;
            for (int i = 0; i < INJECTIONS; i++)
                if (p->run->at[i] == next) p->pending |= p->run->vectors[i];
            p->run->boundaries++;
        }
        if (!line_changed(p) && !(p->flag && p->pending) && time_stamp() < deadline) {
            p->run->lost = 1;
            ((uint64_t *)p->monitored)[1] = 1; /* the kick, so that it ends all the same */
        }
    } else {
        struct timespec shortly = { 0, 1000000 }; /* a store does not wake ppoll */
        while (!line_changed(p) && !(p->flag && p->pending) && time_stamp() < deadline) ppoll(NULL, 0, &shortly, mask);
    }
    p->is_monitoring = 0;
}

static void post(struct processor *p, uint64_t index)
{
    if (!p->targets || index > p->highest || !(p->targets[index].vector & 1)) abort();
    struct upid *upid = (struct upid *)p->targets[index].upid;
    upid->requests |= 1ull << (p->targets[index].vector >> 8 & 63);
    uint64_t seen = upid->status;
    while (!(seen & (OUTSTANDING | SUPPRESSED)))
        if (__atomic_compare_exchange_n((uint64_t *)&upid->status, &seen, seen | OUTSTANDING, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)) {
            syscall(SYS_tgkill, getpid(), (int)(seen >> 32), notification());
            return;
        }
}

/* The number of a register in an instruction, as gregset_t counts. */
static const int registers[] = { REG_RAX, REG_RCX, REG_RDX, REG_RBX, REG_RSP, REG_RBP, REG_RSI, REG_RDI };

static void on_unknown(int number, siginfo_t *info, void *context)
{
    ucontext_t *u = context;
    greg_t *r = u->uc_mcontext.gregs;
    struct processor *p = self;
    const unsigned char *at = (const unsigned char *)r[REG_RIP];
    if (!p || !is_inside(p, r[REG_RIP])) {
        if (former_ill.sa_flags & SA_SIGINFO) former_ill.sa_sigaction(number, info, context);
        else signal(number, SIG_DFL);
        return;
    }
    uint64_t operand = r[registers[at[3] & 7]];
    r[REG_RIP] += 4;
    switch ((uint32_t)at[0] << 24 | at[1] << 16 | at[2] << 8 | at[3]) {
    case 0xF30F01EC: return_from_handler(p, r); break;
    case 0xF30F01ED: r[REG_EFL] = (r[REG_EFL] & ~0x8D5) | (p->flag ? 1 : 0); break;
    case 0xF30F01EE: p->flag = 0; break;
    case 0xF30F01EF: p->flag = 1; break;
    default:
        if (at[0] == 0xF3 && at[2] == 0xC7 && at[3] >> 3 == 0x1E) {
            post(p, operand);
        } else if (at[0] == 0xF3 && at[2] == 0xAE && at[3] >> 3 == 0x1E) {
            p->is_monitoring = 1;
            p->monitored = operand & ~(uint64_t)(LINE - 1);
            memcpy(p->line, (void *)p->monitored, LINE);
        } else if (at[0] == 0xF2 && at[2] == 0xAE && at[3] >> 3 == 0x1E) {
            sleep_until(p, (uint64_t)r[REG_RDX] << 32 | (uint32_t)r[REG_RAX], &u->uc_sigmask);
        } else {
            abort();
        }
    }
    boundary(p, r);
}

static void on_step(int number, siginfo_t *info, void *context)
{
    ucontext_t *u = context;
    if (self && self->run) boundary(self, u->uc_mcontext.gregs);
    else if (former_trap.sa_flags & SA_SIGINFO) former_trap.sa_sigaction(number, info, context);
}

/* The notification's processing, and the delivery where the thread is within a wait. */
static void on_notification(int number, siginfo_t *info, void *context)
{
    (void)number, (void)info;
    struct processor *p = self;
    if (!p || !p->upid) return;
    p->upid->status &= ~(uint64_t)OUTSTANDING;
    p->pending |= atomic_exchange(&p->upid->requests, 0);
    greg_t *r = ((ucontext_t *)context)->uc_mcontext.gregs;
    if (p->flag && p->pending && is_inside(p, r[REG_RIP])) deliver(p, r);
}

static void install(void)
{
    if (__atomic_exchange_n(&installed, 1, __ATOMIC_SEQ_CST)) return;
    struct sigaction action = { .sa_flags = SA_SIGINFO | SA_ONSTACK };
    /* One of them at a time: what comes meanwhile waits, as a notification does within an instruction. */
    sigaddset(&action.sa_mask, notification());
    action.sa_sigaction = on_unknown;
    sigaction(SIGILL, &action, &former_ill);
    action.sa_sigaction = on_step;
    sigaction(SIGTRAP, &action, &former_trap);
    action.sa_sigaction = on_notification;
    sigaction(notification(), &action, NULL);
}

/* Frames of signals must not lie where a delivery pushes. */
static void use_alternate_stack(struct processor *p)
{
    p->stack = malloc(ALTERNATE_STACK);
    stack_t stack = { .ss_sp = p->stack, .ss_size = ALTERNATE_STACK };
    sigaltstack(&stack, &p->former_stack);
}

/* uint64_t call_stepped(state, deadline, wait, uint64_t saved[6]): under the trap flag, with known values in what it must keep. */
uint64_t call_stepped(uint64_t state, uint64_t deadline, uint64_t wait, uint64_t *saved);
__asm__(
    ".text\n"
    "call_stepped:\n"
    "   push %rbx\n push %rbp\n push %r12\n push %r13\n push %r14\n push %r15\n push %rcx\n"
    "   mov %rdx, %rax\n"
    "   mov $0x1111, %rbx\n mov $0x2222, %rbp\n mov $0x3333, %r12\n mov $0x4444, %r13\n mov $0x5555, %r14\n mov $0x6666, %r15\n"
    "   pushfq\n orq $0x100, (%rsp)\n popfq\n"
    "   call *%rax\n"
    "   pushfq\n andq $~0x100, (%rsp)\n popfq\n"
    "   pop %rcx\n"
    "   mov %rbx, (%rcx)\n mov %rbp, 8(%rcx)\n mov %r12, 16(%rcx)\n mov %r13, 24(%rcx)\n mov %r14, 32(%rcx)\n mov %r15, 40(%rcx)\n"
    "   pop %r15\n pop %r14\n pop %r13\n pop %r12\n pop %rbp\n pop %rbx\n"
    "   ret\n");

/* Runs one wait, step by step, on the caller's thread. */
void run_stepped(struct run *run)
{
    static const uint64_t kept[6] = { 0x1111, 0x2222, 0x3333, 0x4444, 0x5555, 0x6666 };
    struct processor processor = { .code = run->code, .handler = run->handler, .stack_adjust = run->stack_adjust, .pending = run->pending,
                                   .run = run, .delay = run->delay };
    uint64_t saved[6];
    install();
    use_alternate_stack(&processor);
    self = &processor;
    run->result = call_stepped(run->state, run->deadline, run->wait, saved);
    self = NULL;
    sigaltstack(&processor.former_stack, NULL);
    free(processor.stack);
    if (memcmp(saved, kept, sizeof kept)) note(&processor, CALLEE_SAVED_CHANGED);
    if (processor.flag) note(&processor, OPEN_AT_RETURN);
    run->pending = processor.pending;
    run->deliveries = processor.deliveries;
    run->fault = processor.fault;
}

/* The caller's thread has a processor from now on, which names itself in the UPID. */
struct processor *begin_live(uint64_t code, uint64_t handler, struct upid *upid, struct target *targets, uint64_t highest)
{
    struct processor *p = calloc(1, sizeof *p);
    p->code = code;
    p->handler = handler;
    p->stack_adjust = RED_ZONE;
    p->upid = upid;
    p->targets = targets;
    p->highest = highest;
    install();
    use_alternate_stack(p);
    self = p;
    if (upid) upid->status = (uint64_t)(uint32_t)syscall(SYS_gettid) << 32;
    return p;
}

/* A receiver sends too, from here on or no more; 0 where the thread has no processor yet. */
int set_targets(struct target *targets, uint64_t highest)
{
    if (!self) return 0;
    self->targets = targets;
    self->highest = highest;
    return 1;
}

/* The number of the calling thread, for the next one. */
int this_thread(void) { return (int)syscall(SYS_gettid); }

/* An interrupt of a device whose vector is the notification of that thread. */
void interrupt(int thread) { syscall(SYS_tgkill, getpid(), thread, notification()); }

/* On the same thread. Gives what went wrong; what was delivered is left in the other. */
int32_t end_live(uint64_t *deliveries, uint64_t *left)
{
    struct processor *p = self;
    self = NULL;
    sigaltstack(&p->former_stack, NULL);
    int32_t fault = p->flag ? OPEN_AT_RETURN : p->fault;
    *deliveries = p->deliveries;
    *left = p->pending | (p->upid ? p->upid->requests : 0);
    free(p->stack);
    free(p);
    return fault;
}
